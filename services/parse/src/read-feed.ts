import { FeedError, hubOf, parseFeed } from '@nashra/feeds';
import type { Reason } from '@nashra/ledger';
import { datedOf, wishesOf } from './feed-rhythm.ts';
import type { Fetched, Listing } from './ports.ts';
import { sightingsOf } from './sightings.ts';

/** What a feed or sitemap shows, or why it is none. */
export function readFeed(page: Fetched, bytes: Buffer): Listing | Reason {
  const { url, contentType, publisher } = page;
  try {
    const feed = parseFeed(bytes, {
      url,
      timeZone: publisher.timeZone,
      now: page.capturedAt,
      ...(contentType === undefined ? {} : { contentType }),
      ...(publisher.language === null ? {} : { language: publisher.language }),
    });
    const rhythm = { dated: datedOf(feed, page.capturedAt), wishes: wishesOf(feed) };
    const hub = hubOf(page.headers, { hubs: feed.hubs, self: feed.selfLink }, url);
    return { title: feed.title || null, hub, ...rhythm, ...sightingsOf(page, feed) };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return REASON_OF[error.code];
  }
}

const REASON_OF: Readonly<Record<FeedError['code'], Reason>> = {
  NOT_A_FEED: 'not_a_feed',
  FEED_EMPTY: 'empty_body',
  FEED_TOO_LARGE: 'feed_broken',
  FEED_TOO_DEEP: 'feed_broken',
  FEED_TOO_SLOW: 'feed_broken',
};
