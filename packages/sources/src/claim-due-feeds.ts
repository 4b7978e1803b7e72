import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

export interface DueFeed {
  readonly addressId: number;
  readonly dueAt: Date;
}

/**
 * Takes the feeds whose time comes within `aheadMs`, at most `limit`, and gives each its next time with a tenth of
 * jitter, which holds until the poll has ended and `nextPoll` knows better. Several who do so at the same time skip each other's.
 */
export async function claimDueFeeds(
  tx: Queryable,
  { limit, aheadMs }: { readonly limit: number; readonly aheadMs: number },
): Promise<DueFeed[]> {
  const { rows } = await sql<DueFeed>`
    with due as materialized (
      select feed.id, next_poll_at as due_at from nashra.feed join nashra.publisher p on p.id = feed.publisher_id
      where feed.state = 'active' and p.state = 'active'
        and next_poll_at <= now() + make_interval(secs => ${aheadMs / 1000}::float8)
      order by next_poll_at limit ${limit} for update of feed skip locked
    )
    update nashra.feed set last_polled_at = greatest(now(), due.due_at), next_why = 'usual', next_poll_at = greatest(now(), due.due_at)
      + make_interval(secs => interval_seconds * (0.95 + 0.1 * random()))
    from due where feed.id = due.id
    returning feed.address_id as "addressId", greatest(now(), due.due_at) as "dueAt"`.execute(tx);
  return rows;
}
