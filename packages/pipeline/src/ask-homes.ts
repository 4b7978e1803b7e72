import { addressKey, canonicalAddress } from '@nashra/address';
import type { Queryable } from '@nashra/db';
import { begin, depart, findAddresses, turnIntoHome } from '@nashra/ledger';
import { type Home, takeDeadFeeds, takeFronts } from '@nashra/sources';
import { FINAL_STATES, WAITING } from './way.ts';

export interface AskHomesOptions {
  /** Without an answer that counts for so long a feed is dead, whatever its server says. */
  readonly deathMs: number;
  /** How often a front page is held against its publisher's feeds; 0 for never. */
  readonly frontMs: number;
  readonly limit: number;
}

/**
 * Makes the front pages wait of those whose feeds have died, since they may name other ones, and of those that are to be held against
 * their feeds. Within the caller's transaction.
 * Returns how many.
 */
export async function askHomes(tx: Queryable, options: AskHomesOptions): Promise<number> {
  const dead = await askOf(tx, await takeDeadFeeds(tx, options), 'feed_died');
  if (options.frontMs === 0) return dead;
  const fronts = await takeFronts(tx, { everyMs: options.frontMs, limit: options.limit });
  return dead + (await askOf(tx, fronts, 'compared'));
}

async function askOf(
  tx: Queryable,
  asked: readonly Home[],
  reason: 'feed_died' | 'compared',
): Promise<number> {
  const homes = new Map<string, number>();
  for (const { address, publisherId } of asked) {
    const canonical = canonicalAddress(address);
    if (canonical !== null) homes.set(canonical, publisherId);
  }
  if (homes.size === 0) return 0;
  const fresh = [...homes].map(([address, publisherId]) => {
    return { address, publisherId, kind: 'home' } as const;
  });
  await begin(tx, fresh, { waiting: WAITING, reason });
  const rows = await findAddresses(tx, { keys: fresh.map(({ address }) => addressKey(address)) });
  // A front page that is polled as a feed, or was an article, stays what it is.
  const ids = rows.flatMap(({ id, kind, articleId }) =>
    kind === 'home' || (kind === 'article' && articleId === null) ? [id] : [],
  );
  await turnIntoHome(tx, ids);
  const to = { waiting: WAITING };
  await depart(tx, { ids, from: FINAL_STATES, to, reason, whole: true });
  return ids.length;
}
