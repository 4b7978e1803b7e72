import { cleanLine, cutText } from '@nashra/text';
import { sql } from 'kysely';
import type { Queryable } from './move.ts';
import type { Reason } from './reasons.ts';

const SLOWEST_SECONDS = 86_400;

/** A poll ended in no feed: asked more rarely, linearly up to once a day, but never dropped. */
export async function noteFeedFailure(
  db: Queryable,
  addressId: number,
  reason: Reason,
): Promise<void> {
  await db
    .updateTable('feed')
    .set({
      failures: sql<number>`failures + 1`,
      last_reason: reason,
      next_poll_at: sql<Date>`now() + make_interval(secs => least(
        interval_seconds * (failures + 2), greatest(${SLOWEST_SECONDS}::int, interval_seconds)))`,
    })
    .where('address_id', '=', addressId)
    .execute();
}

/** What a good poll found; without `found` the server said that nothing changed. */
export async function noteFeedSuccess(
  db: Queryable,
  addressId: number,
  reason: Reason | null,
  found?: { readonly title: string | null; readonly seen: number; readonly added: number },
): Promise<void> {
  await db
    .updateTable('feed')
    .set({
      failures: 0,
      last_reason: reason,
      last_success_at: sql<Date>`now()`,
      ...(found ? { entries_seen: found.seen, entries_new: found.added } : {}),
      ...(found?.title ? { title: cutText(cleanLine(found.title), 300) } : {}),
      ...(found && found.added > 0 ? { last_entry_at: sql<Date>`now()` } : {}),
    })
    .where('address_id', '=', addressId)
    .execute();
}
