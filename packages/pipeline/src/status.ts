import { type ArticleCounts, countArticles } from '@nashra/articles';
import { countAddresses, type PlannedLooks, plannedLooks } from '@nashra/ledger';
import type { QueueCounts } from '@nashra/queue';
import { countSources } from '@nashra/sources';
import { readTroubles, type Trouble } from './troubles.ts';
import { type AddressState, type Pipeline, type QueueName, STATES } from './way.ts';

/** What `nashra status --json` and the dashboards give. */
export interface Status extends ArticleCounts {
  /** Addresses by state, zeros too. */
  readonly ledger: Readonly<Record<AddressState, number>>;
  /** Final addresses by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly queues: Readonly<Record<QueueName, QueueCounts>>;
  /** Addresses that came to nothing for now, or are short, and are looked at again. */
  readonly again: PlannedLooks;
  readonly publishers: number;
  readonly feeds: number;
  /** What keeps work from moving; empty when it moves. */
  readonly troubles: readonly Trouble[];
}

export async function readStatus({ db, queues }: Pipeline): Promise<Status> {
  const [ledger, again, articles, sources, counts, troubles] = await Promise.all([
    readLedger({ db }),
    plannedLooks(db),
    countArticles(db),
    countSources(db),
    queues.counts(),
    readTroubles({ db, queues }),
  ]);
  return { ...ledger, again, queues: counts, ...sources, ...articles, troubles };
}

/** The ledger's half of it. */
export async function readLedger({
  db,
}: Pick<Pipeline, 'db'>): Promise<Pick<Status, 'ledger' | 'reasons'>> {
  const { states, reasons } = await countAddresses(db);
  const ledger = Object.fromEntries(STATES.map((state) => [state, states[state] ?? 0]));
  return { ledger: ledger as Status['ledger'], reasons };
}
