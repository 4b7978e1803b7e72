import type { EntryRule, FeedWishes, Queryable } from '@nashra/db';
import { type RawBuilder, sql } from 'kysely';

/** What the row of a feed says, as far as the time of its next poll depends on it. Instants are epoch ms. */
export interface FeedFacts {
  /** The database's. */
  readonly now: number;
  readonly intervalMs: number;
  readonly polledAt: number | null;
  readonly successAt: number | null;
  readonly entryAt: number | null;
  /** As the database writes it, whole. */
  readonly nextPollAt: string;
  readonly failures: number;
  readonly shown: number;
  readonly rhythm: readonly number[] | null;
  readonly wishes: FeedWishes | null;
  readonly pace: number | null;
  readonly overflowAt: number | null;
  /** How well it is told of what the feed will show (`trustOf`). */
  readonly told: number;
  /** Its publisher's and its own; what somebody has just said holds for the very next poll. */
  readonly rules: readonly EntryRule[] | null;
  /** Running sums, and kinds of omissions that are told of. */
  readonly shortfall: readonly number[] | null;
  readonly omissions: readonly string[] | null;
}

/**
 * The facts of the feed of an address, as a scalar for a statement of somebody who reads the address anyway: so that a
 * poll costs no statement more.
 */
export function feedFactsOf(addressId: RawBuilder<unknown>): RawBuilder<FeedFacts | null> {
  const ms = (column: string) => sql`extract(epoch from ${sql.raw(column)})::float8 * 1000`;
  return sql<FeedFacts | null>`(select json_build_object('now', ${ms('clock_timestamp()')},
    'intervalMs', feed.interval_seconds * 1000::bigint, 'polledAt', ${ms('feed.last_polled_at')},
    'successAt', ${ms('feed.last_success_at')}, 'entryAt', ${ms('feed.last_entry_at')}, 'nextPollAt', feed.next_poll_at,
    'failures', feed.failures, 'shown', feed.entries_seen, 'rhythm', feed.rhythm, 'wishes', feed.wishes,
    'pace', (select pull from nashra.pace), 'overflowAt', ${ms('feed.overflow_at')}, 'shortfall', feed.shortfall, 'rules', (select coalesce(p.rules, '[]') || coalesce(feed.rules, '[]') from nashra.publisher p where p.id = feed.publisher_id),
    'told', feed.told,
    'omissions', (select json_agg(o.kind) from nashra.omission o where o.feed_address_id = feed.address_id and o.over_at is null))
    from nashra.feed where feed.address_id = ${addressId})`;
}

/** The same where nobody reads the address. */
export async function readFeedFacts(db: Queryable, addressId: number): Promise<FeedFacts | null> {
  const facts = feedFactsOf(sql`${addressId}::bigint`);
  const { rows } = await sql<{ facts: FeedFacts | null }>`select ${facts} as facts`.execute(db);
  return rows[0]?.facts ?? null;
}
