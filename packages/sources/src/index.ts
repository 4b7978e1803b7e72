export { type AccessRow, accessOf, accessOnce } from './access/access-of.ts';
export {
  type AccessChange,
  AccessError,
  type AccessKeys,
  SOURCE_VARIABLE,
  sourceVariables,
} from './access/said.ts';
export { type AccessWish, accessRows, setAccess } from './access/set-access.ts';
export {
  type Catalog,
  type CatalogFeed,
  type CatalogPublisher,
  catalogPublisherSchema,
  catalogSchema,
} from './catalog.ts';
export { claimDueFeeds } from './claim-due-feeds.ts';
export { suspectsOf } from './completeness/front-page.ts';
export { keepSuspects, takeFronts } from './completeness/fronts.ts';
export { isLosing, LATEST } from './completeness/losing.ts';
export {
  livingFeeds,
  noteOmissions,
  OMISSIONS,
  type Omission,
  type OmissionKind,
  openOmissions,
  sweepOmissions,
} from './completeness/omissions.ts';
export { type Reading, type Shown, unlistedOf } from './completeness/unlisted.ts';
export { databaseCatalog } from './database-catalog.ts';
export { findFeed, NoSuchSourceError } from './find-source.ts';
export {
  type GuardLearnt,
  type GuardRow,
  isHeld,
  noteDifference,
  readGuard,
  updateGuard,
} from './guard/guard-row.ts';
export { findGuard, type Guard, listGuards, setGuard } from './guard/guards.ts';
export { FEED_HEALTH, type FeedHealth, healthOf } from './health.ts';
export { adoptHeir, type Home, NoHeirError, proposeHeirs, takeDeadFeeds } from './heirs/heirs.ts';
export { isPageSource } from './is-page.ts';
export { countSources, listSources, type Source, type SourceFilter } from './list-sources.ts';
export { type CatalogChange, loadCatalog } from './load-catalog.ts';
export { readMemory, updateMemory } from './memory.ts';
export { adoptMoves, type Move, moveFeed, noteMoves } from './moves.ts';
export { keepNewsroomAwake, restLoopback } from './newsroom.ts';
export { type FoundEntries, notePoll, type Poll } from './note-poll.ts';
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
export { type BeatFacts, hastenedAt } from './rhythm/beat.ts';
export { type Beat, hastenFollowers, keepBeats } from './rhythm/beats.ts';
export { failurePause } from './rhythm/failure-pause.ts';
export { type FeedFacts, feedFactsOf, readFeedFacts } from './rhythm/feed-facts.ts';
export { isOverflow, learn, type Seen } from './rhythm/learn.ts';
export {
  type NextPoll,
  nextPoll,
  POLL_REASONS,
  type PollFacts,
  type PollReason,
} from './rhythm/next-poll.ts';
export { type PullGroup, paceOf } from './rhythm/pace.ts';
export { reckonPace } from './rhythm/reckon-pace.ts';
export { newRhythm, pullOf, type Rhythm } from './rhythm/rhythm.ts';
export { strangeFrom } from './rhythm/silence.ts';
export { toldBy, toldMore, trustOf } from './rhythm/told.ts';
export { NO_WISHES, type Wishes } from './rhythm/wishes.ts';
export { type RuledEntry, RuleError, readRules, rulingOn } from './rules/entry-rules.ts';
export { setRules } from './rules/set-rules.ts';
export { AddressTakenError, type SourceSettings, setDisplay, setSource } from './set-source.ts';
export { slugOf } from './slug.ts';
export { pollNow, removeSource, setSourceState } from './verbs.ts';
export {
  dropLease,
  type HubLease,
  hasten,
  leaseOfToken,
  noteAsked,
  noteDenied,
  noteLeased,
  notePing,
  planLeases,
  takeDueLeases,
} from './websub/leases.ts';
export { isSigned } from './websub/signature.ts';
export { LEASE_SECONDS, type Verification, verdictOn } from './websub/verification.ts';
export { withKnown } from './with-known.ts';
