import type { Db } from '@nashra/db';
import { type FeedPolls, HEALTH, type Health, healthOf } from './health.ts';

/** A feed as operators look at it. */
export interface Source extends FeedPolls {
  readonly id: number;
  readonly publisher: string;
  readonly title: string | null;
  readonly address: string;
  readonly lastReason: string | null;
  readonly entriesSeen: number;
  readonly entriesNew: number;
  readonly intervalSeconds: number;
  readonly health: Health;
}

const MAX_SOURCES = 2_000;
const URGENCY = Object.keys(HEALTH);

/** Feeds with their health, the most pressing first. */
export async function readSources(db: Db, now: number = Date.now()): Promise<Source[]> {
  const rows = await db
    .selectFrom('feed')
    .innerJoin('publisher', 'publisher.id', 'feed.publisher_id')
    .innerJoin('address', 'address.id', 'feed.address_id')
    .select([
      'feed.id',
      'publisher.name as publisher',
      'feed.title',
      'address.address',
      'feed.state',
      'publisher.state as publisherState',
      'feed.failures',
      'feed.last_reason as lastReason',
      'feed.last_polled_at as lastPolledAt',
      'feed.last_success_at as lastSuccessAt',
      'feed.last_entry_at as lastEntryAt',
      'feed.next_poll_at as nextPollAt',
      'feed.entries_seen as entriesSeen',
      'feed.entries_new as entriesNew',
      'feed.interval_seconds as intervalSeconds',
    ])
    .orderBy('feed.failures', 'desc')
    .orderBy('feed.next_poll_at')
    .limit(MAX_SOURCES)
    .execute();
  return rows
    .map(({ state, publisherState, ...row }) => {
      const feed = { ...row, paused: state === 'paused' || publisherState === 'paused' };
      return { ...feed, health: healthOf(feed, now) };
    })
    .sort(
      (a, b) =>
        URGENCY.indexOf(a.health) - URGENCY.indexOf(b.health) ||
        (b.lastEntryAt?.getTime() ?? 0) - (a.lastEntryAt?.getTime() ?? 0) ||
        a.id - b.id,
    );
}
