import type { Db } from '@nashra/db';

const MAX_FEEDS = 20_000;

/** Every feed with its publisher and how its polls went. */
export function listFeeds(db: Db, publisher?: string) {
  return db
    .selectFrom('feed')
    .innerJoin('publisher', 'publisher.id', 'feed.publisher_id')
    .innerJoin('address', 'address.id', 'feed.address_id')
    .select([
      'publisher.slug as publisher',
      'publisher.name',
      'publisher.name_native as nameNative',
      'publisher.homepage',
      'publisher.language',
      'publisher.country',
      'publisher.time_zone as timeZone',
      'publisher.state as publisherState',
      'address.address',
      'feed.title',
      'feed.state',
      'feed.interval_seconds as intervalSeconds',
      'feed.failures',
      'feed.last_reason as lastReason',
      'feed.last_polled_at as lastPolledAt',
      'feed.last_success_at as lastSuccessAt',
      'feed.next_poll_at as nextPollAt',
      'feed.entries_seen as entriesSeen',
      'feed.entries_new as entriesNew',
    ])
    .$if(publisher !== undefined, (query) => query.where('publisher.slug', '=', publisher ?? ''))
    .orderBy('publisher.slug')
    .orderBy('feed.id')
    .limit(MAX_FEEDS)
    .execute();
}

export type ListedFeed = Awaited<ReturnType<typeof listFeeds>>[number];
