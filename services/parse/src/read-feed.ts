import {
  type Feed,
  FeedError,
  hubOf,
  type LearnedPatterns,
  type ParseFeedOptions,
  parseFeed,
  readListPage,
} from '@nashra/feeds';
import type { Reason } from '@nashra/ledger';
import type { Shown } from '@nashra/sources';
import { datedOf, wishesOf } from './feed-rhythm.ts';
import type { Fetched, Listing } from './ports.ts';
import { sightingsOf } from './sightings.ts';

/** What a feed or sitemap shows, or why it is none. */
export function readFeed(page: Fetched, bytes: Buffer): Listing | Reason {
  return unlessBroken(() => listingOf(page, parseFeed(bytes, optionsOf(page))));
}

/** The same of a page of headlines. */
export function readHeadlines(
  page: Fetched,
  bytes: Buffer,
  learned: LearnedPatterns,
): Listing | Reason {
  return unlessBroken(() => listingOf(page, readListPage(bytes, { ...optionsOf(page), learned })));
}

function optionsOf({ url, contentType, publisher, capturedAt }: Fetched): ParseFeedOptions {
  return {
    url,
    timeZone: publisher.timeZone,
    now: capturedAt,
    ...(contentType === undefined ? {} : { contentType }),
    ...(publisher.language === null ? {} : { language: publisher.language }),
  };
}

function listingOf(page: Fetched, feed: Feed): Listing {
  const rhythm = { dated: datedOf(feed, page.capturedAt), wishes: wishesOf(feed) };
  const hub = hubOf(page.headers, { hubs: feed.hubs, self: feed.selfLink }, page.url);
  const ofLate = ofLateIn(feed, page.capturedAt.getTime());
  return { title: feed.title || null, hub, ofLate, ...rhythm, ...sightingsOf(page, feed) };
}

function unlessBroken(reading: () => Listing): Listing | Reason {
  try {
    return reading();
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return REASON_OF[error.code];
  }
}

const LATE_MS = 2 * 86_400_000;
const MOST_OF_LATE = 500;

/** Only news sitemaps say when an article was published; another one's date may be that of an edit. */
function ofLateIn(feed: Feed, now: number): Shown[] | undefined {
  if (feed.format !== 'sitemap') return undefined;
  const dated = feed.entries.flatMap(({ address, published, news }) => {
    const at = Date.parse(published?.instant ?? '');
    return news !== null && address !== null && now - at < LATE_MS ? [{ address, at }] : [];
  });
  return dated.slice(0, MOST_OF_LATE);
}

const REASON_OF: Readonly<Record<FeedError['code'], Reason>> = {
  NOT_A_FEED: 'not_a_feed',
  FEED_EMPTY: 'empty_body',
  FEED_TOO_LARGE: 'feed_broken',
  FEED_TOO_DEEP: 'feed_broken',
  FEED_TOO_SLOW: 'feed_broken',
};
