import { articlesHold } from './articles.ts';
import type { Audited, Finding } from './audited.ts';
import { changesHold } from './changes.ts';
import { ledgerHolds } from './ledger.ts';
import { politenessHolds } from './politeness.ts';
import { rowsHold } from './rows.ts';
import { speedHolds } from './speed.ts';

/** Holds a world against what its publishers know that they published, and against the laws of the ledger. */
export function audit(audited: Audited): Finding[] {
  const { world, system, settled } = audited;
  const stuck = settled
    ? []
    : world.store
        .rows<{ addressId: number; state: string }>('flight')
        .map((it) => `${it.addressId} stands in ${it.state}`);
  return [
    ...law('every service starts', system.failures.map(String)),
    ...law('nothing is stuck', settled ? [] : stuck.length > 0 ? stuck : ['no rest']),
    ...law('politeness holds', politenessHolds(audited)),
    ...law('nobody waits in vain', speedHolds(audited)),
    ...law('changes come whole and in order', changesHold(audited)),
    ...(settled
      ? [
          ...law('the ledger balances', ledgerHolds(audited)),
          ...law('articles are what was published', articlesHold(audited)),
          ...law('rows belong together', rowsHold(audited)),
        ]
      : []),
  ];
}

function law(name: string, broken: readonly string[]): Finding[] {
  return broken.map((what) => ({ law: name, what }));
}
