import type { Queryable } from '@nashra/db';
import { endingOf, type Reason } from '@nashra/ledger';
import { cleanLine, cutText } from '@nashra/text';
import { sql } from 'kysely';

const SLOWEST_SECONDS = 86_400;
/** A server that fails for now is asked again within a minute, however rarely its feed is polled. */
const SOON_SECONDS = 60;
/** The server knows us, or the address, and says no: it need not be asked sooner than usual. */
const REFUSAL = /^http_40[1237]$/;

/**
 * A poll ended in no feed. The first pause is short where the cause may pass at once; pauses double, grow no faster than
 * the polls missed, and end at once a day: a feed is never dropped. `waitMs` is what the server itself asked for.
 */
export async function noteFeedFailure(
  db: Queryable,
  addressId: number,
  reason: Reason,
  waitMs = 0,
): Promise<void> {
  const lasts = endingOf(reason) === 'final' || REFUSAL.test(reason);
  const first = lasts ? sql`interval_seconds` : sql`least(interval_seconds, ${SOON_SECONDS}::int)`;
  await db
    .updateTable('feed')
    .set({
      failures: sql<number>`failures + 1`,
      last_reason: reason,
      next_poll_at: sql<Date>`now() + make_interval(secs => greatest(${waitMs / 1000}::float8, least(
        ${first} * power(2, least(failures, 20)), interval_seconds * (failures + 2),
        greatest(${SLOWEST_SECONDS}::int, interval_seconds)) * (0.95 + 0.1 * random())))`,
    })
    .where('address_id', '=', addressId)
    .execute();
}

/** What a good poll found; without `found` the server said that nothing changed. */
export async function noteFeedSuccess(
  db: Queryable,
  addressId: number,
  reason: string | null,
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
