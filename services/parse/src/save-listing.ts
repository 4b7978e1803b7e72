import type { Db } from '@nashra/db';
import { discover, move, noteFeedFailure, noteFeedSuccess, type Reason } from '@nashra/ledger';
import type { Fetched, Listing } from './handler.ts';

/** Enters what a feed or sitemap showed and ends its flight, together; gives the hosts to release. */
export function saveListing(
  db: Db,
  { addressId, kind, publisher }: Fetched,
  { title, sightings }: Listing,
  revisitAfterMs: number,
): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    const options = { publisherId: publisher.id, foundIn: addressId, revisitAfterMs };
    const { added, hosts } = await discover(tx, sightings, options);
    const moved = await move(tx, { ids: [addressId], from: ['fetched'], to: 'read' });
    if (kind === 'feed' && moved.length > 0) {
      await noteFeedSuccess(tx, addressId, null, { title, seen: sightings.length, added });
    }
    return hosts;
  });
}

/** Ends a flight at the parse stage. */
export async function dropFetched(
  db: Db,
  { addressId, kind }: Fetched,
  reason: Reason,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const moved = await move(tx, { ids: [addressId], from: ['fetched'], to: 'dropped', reason });
    if (kind === 'feed' && moved.length > 0) await noteFeedFailure(tx, addressId, reason);
  });
}
