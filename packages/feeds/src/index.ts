/**
 * Bytes in, one normalized feed out. See `parseFeed`.
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
export { entryFingerprint } from './identity/entry-fingerprint.ts';
export type { EntryIdentity } from './identity/entry-identity.ts';
export { entryIdentity } from './identity/entry-identity.ts';
export type { FeedLimits } from './limits.ts';
export { defaultLimits } from './limits.ts';
export type { Outline } from './opml/outline.ts';
export { readOpml } from './opml/read-opml.ts';
export { writeOpml } from './opml/write-opml.ts';
export type { ParseFeedOptions } from './parse-feed.ts';
export { parseFeed } from './parse-feed.ts';
export type { FeedWarning, FeedWarningCode } from './warning.ts';
