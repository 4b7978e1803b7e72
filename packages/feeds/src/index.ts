/**
 * Feeds: bytes in, one normalized feed out. Pure: no network, no files, no state.
 *
 *     const feed = parseFeed(bytes, { url, contentType, timeZone: 'Africa/Casablanca', language: 'ar', now: new Date() });
 *     const identities = entryIdentity(feed.entries, identitiesOfEarlierPolls);
 *     const edited = entryFingerprint(entry) !== fingerprintOfEarlierPoll;
 *
 * - `parseFeed` reads RSS 0.90 to 2.0, CDF, RSS 1.0, Atom 0.3 and 1.0, JSON Feed, sitemaps (XML or text) and their indexes with news,
 *   image and video extensions, plain or gzip. Every address is absolute, every date an instant with its words. Damage is mended
 *   and told in `feed.warnings`; only where nothing can be had it throws a `FeedError`, whose `code` is stable.
 * - `readListPage` reads a page of headlines as if it were a feed, where a site has none; `learnPatterns` is its memory.
 * - `entryIdentity` tells which entries are one article, within a document and across polls.
 * - `entryFingerprint` tells whether an entry was edited.
 * - `readSubscriptions` (or `readOpml`, for the outlines alone) and `writeOpml` carry lists of subscriptions in and out.
 *
 * HTML in the answer is what the publisher wrote, addresses aside: sanitize it before it is shown or stored.
 *
 * Inside: `xml/` is a forgiving one-pass scanner; each format has a folder, each namespace a file in `modules/`, and both are
 * tables from an element's name to what it says of a feed or an entry. To add an element, add a row.
 */

export type {
  Feed,
  FeedCategory,
  FeedDate,
  FeedElement,
  FeedEnclosure,
  FeedEntry,
  FeedFormat,
  FeedGenerator,
  FeedImage,
  FeedLink,
  FeedMetadata,
  FeedNews,
  FeedPerson,
  FeedPlace,
  FeedSitemap,
  FeedSource,
  FeedText,
} from './feed.ts';
export type { FeedErrorCode } from './feed-error.ts';
export { FeedError } from './feed-error.ts';
export { type NamedFeed, namedFeeds } from './feed-links.ts';
export { htmlHubs, hubOf, type NamedHub } from './hub-of.ts';
export { entryFingerprint } from './identity/entry-fingerprint.ts';
export type { EntryIdentity } from './identity/entry-identity.ts';
export { entryIdentity } from './identity/entry-identity.ts';
export type { FeedLimits } from './limits.ts';
export { defaultLimits } from './limits.ts';
export { plainText } from './markup/plain-text.ts';
export { olderPage } from './older-page.ts';
export type { ParseFeedOptions } from './open-context.ts';
export type { Outline } from './opml/outline.ts';
export type { LeftOut } from './opml/outline-reader.ts';
export { readOpml, readSubscriptions, type Subscriptions } from './opml/read-opml.ts';
export { writeOpml } from './opml/write-opml.ts';
export { type LearnedPatterns, learnPatterns, type PageFate } from './page/learned.ts';
export { type ReadListOptions, readListPage } from './page/read-list-page.ts';
export { pageLinks } from './page-links.ts';
export { parseFeed } from './parse-feed.ts';
export type { FeedWarning, FeedWarningCode } from './warning.ts';
