import type { Db } from '@nashra/db';
import { FINAL_STATES, move } from '@nashra/ledger';
import { sql } from 'kysely';

/** Feeds claimed in one tick at the most: a start after a long pause spreads by itself. */
const FEEDS_PER_TICK = 200;

/**
 * Takes the feeds whose time has come, gives each its next time with a tenth of jitter, and makes
 * their addresses wait. Several schedulers skip each other's feeds.
 */
export function claimDueFeeds(db: Db): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ address_id: number }>`
      with due as materialized (
        select feed.id from nashra.feed join nashra.publisher p on p.id = feed.publisher_id
        where feed.state = 'active' and p.state = 'active' and next_poll_at <= now()
        order by next_poll_at limit ${FEEDS_PER_TICK} for update of feed skip locked
      )
      update nashra.feed set last_polled_at = now(), next_poll_at =
        now() + make_interval(secs => interval_seconds * (0.95 + 0.1 * random()))
      from due where feed.id = due.id returning feed.address_id`.execute(tx);
    const moved = await move(tx, {
      ids: rows.map((row) => row.address_id),
      from: FINAL_STATES,
      to: 'waiting',
      reason: 'polled',
      set: { due_at: sql<Date>`now()`, waits: 0, rescues: 0 },
    });
    return moved.length;
  });
}
