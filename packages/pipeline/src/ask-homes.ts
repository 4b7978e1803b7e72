import { addressKey, canonicalAddress } from '@nashra/address';
import type { Queryable } from '@nashra/db';
import { begin, depart, findAddresses, turnIntoHome } from '@nashra/ledger';
import { takeDeadFeeds } from '@nashra/sources';
import { FINAL_STATES, WAITING } from './way.ts';

export interface AskHomesOptions {
  /** Without an answer that counts for so long a feed is dead, whatever its server says. */
  readonly deathMs: number;
  readonly limit: number;
}

/**
 * Makes the front pages wait of those whose feeds have died: they may name other ones. Within the caller's transaction.
 * Returns how many.
 */
export async function askHomes(tx: Queryable, options: AskHomesOptions): Promise<number> {
  const homes = new Map<string, number>();
  for (const { address, publisherId } of await takeDeadFeeds(tx, options)) {
    const canonical = canonicalAddress(address);
    if (canonical !== null) homes.set(canonical, publisherId);
  }
  if (homes.size === 0) return 0;
  const fresh = [...homes].map(([address, publisherId]) => {
    return { address, publisherId, kind: 'home' } as const;
  });
  await begin(tx, fresh, { waiting: WAITING, reason: 'feed_died' });
  const rows = await findAddresses(tx, { keys: fresh.map(({ address }) => addressKey(address)) });
  const ids = rows.map(({ id }) => id);
  await turnIntoHome(tx, ids);
  const to = { waiting: WAITING };
  await depart(tx, { ids, from: FINAL_STATES, to, reason: 'feed_died', whole: true });
  return ids.length;
}
