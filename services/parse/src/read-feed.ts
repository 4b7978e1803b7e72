import { createHash } from 'node:crypto';
import { addressKey, canonicalAddress } from '@nashra/address';
import type { EntryHint } from '@nashra/db';
import {
  entryFingerprint,
  entryIdentity,
  type Feed,
  type FeedEntry,
  FeedError,
  parseFeed,
} from '@nashra/feeds';
import type { Reason, Sighting } from '@nashra/ledger';
import type { Fetched, Listing } from './ports.ts';

/** Addresses taken from one document at the most; a feed shows the newest first. */
const MAX_SIGHTINGS = 5_000;
const SUMMARY_CHARACTERS = 2_000;

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
    return { title: feed.title || null, sightings: sightingsOf(page, feed) };
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

function sightingsOf(page: Fetched, feed: Feed): Sighting[] {
  // A sitemap lists a site's whole past; a feed and a news sitemap list what is new.
  const isNews = feed.format !== 'sitemap' || feed.entries.some((entry) => entry.news !== null);
  const lane = isNews ? 0 : 1;
  const own = addressKey(page.url);
  const identities = entryIdentity(feed.entries);
  const seen = new Set<string>();
  const sightings: Sighting[] = feed.sitemaps.flatMap(({ address }) => {
    const canonical = canonicalAddress(address);
    return canonical === null ? [] : [{ address: canonical, kind: 'sitemap', lane: 1 }];
  });
  for (const [at, entry] of feed.entries.entries()) {
    const address = entry.address === null ? null : canonicalAddress(entry.address);
    const identity = identities[at];
    // Entries of one identity are one article under several addresses: the first one stands for it.
    if (address === null || !identity || seen.has(identity.key)) continue;
    if (addressKey(address).equals(own)) continue;
    seen.add(identity.key);
    sightings.push({
      address,
      kind: 'article',
      lane,
      entryHash: Buffer.from(entryFingerprint(entry), 'hex'),
      entry: hintOf(entry),
      ...(identity.basis === 'guid' ? { guidKey: scoped(page, identity.key) } : {}),
    });
    if (sightings.length >= MAX_SIGHTINGS) break;
  }
  return sightings;
}

/** A guid is unique within its publisher only. */
function scoped({ publisher }: Fetched, key: string): Buffer {
  return createHash('sha256').update(`${publisher.id} ${key}`).digest().subarray(0, 16);
}

function hintOf(entry: FeedEntry): EntryHint {
  const published = entry.published ?? entry.updated;
  const authors = entry.authors.flatMap(({ name }) => (name ? [name] : []));
  const summary = entry.summaryHtml?.slice(0, SUMMARY_CHARACTERS);
  return {
    ...(entry.title ? { title: entry.title } : {}),
    ...(summary ? { summary } : {}),
    ...(published ? { publishedAt: published.instant } : {}),
    ...(authors.length > 0 ? { authors } : {}),
  };
}
