import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/**
 * Takes the feeds whose time has come, at most `limit`, and gives each its next time with a tenth of jitter.
 * Several who do so at the same time skip each other's. Returns the ids of their addresses.
 */
export async function claimDueFeeds(tx: Queryable, limit: number): Promise<number[]> {
  const { rows } = await sql<{ address_id: number }>`
    with due as materialized (
      select feed.id from nashra.feed join nashra.publisher p on p.id = feed.publisher_id
      where feed.state = 'active' and p.state = 'active' and next_poll_at <= now()
      order by next_poll_at limit ${limit} for update of feed skip locked
    )
    update nashra.feed set last_polled_at = now(), next_poll_at =
      now() + make_interval(secs => interval_seconds * (0.95 + 0.1 * random()))
    from due where feed.id = due.id returning feed.address_id`.execute(tx);
  return rows.map((row) => row.address_id);
}
