export {
  type Catalog,
  type CatalogFeed,
  type CatalogPublisher,
  catalogSchema,
} from './catalog.ts';
export { catalogFromOpml, type OpmlCatalog } from './catalog-from-opml.ts';
export { catalogToOpml } from './catalog-to-opml.ts';
export { claimDueFeeds } from './claim-due-feeds.ts';
export { databaseCatalog } from './database-catalog.ts';
export { NoSuchSourceError } from './find-source.ts';
export { FEED_HEALTH, type FeedHealth, healthOf } from './health.ts';
export { countSources, listSources, type Source, type SourceFilter } from './list-sources.ts';
export { type CatalogChange, loadCatalog } from './load-catalog.ts';
export { type PublisherMemoryRow, readMemory, updateMemory } from './memory.ts';
export { adoptMoves, type Move, moveFeed, noteMoves } from './moves.ts';
export { keepNewsroomAwake, restLoopback } from './newsroom.ts';
export { noteFeedFailure, noteFeedSuccess } from './note-poll.ts';
export { type NetworkReason, outageOf } from './outage.ts';
export {
  findPublisher,
  newPublisherOf,
  type Publisher,
  pausedPublishers,
  publisherOfHost,
  publishersOfHosts,
  readPublisher,
  UNKNOWN_PUBLISHER,
} from './publishers.ts';
export { readCatalog } from './read-catalog.ts';
export { AddressTakenError, type SourceSettings, setDisplay, setSource } from './set-source.ts';
export { slugOf } from './slug.ts';
export { pollNow, removeSource, setSourceState } from './verbs.ts';
export { withKnown } from './with-known.ts';
