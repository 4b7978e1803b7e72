export { forgetArticles } from './article-links.ts';
export { type Beginning, begin, type NewAddress } from './begin.ts';
export { countAddresses, type LedgerCounts, oldestMove } from './count.ts';
export { type Departure, depart } from './depart.ts';
export { type DiscoverOptions, type Discovery, discover } from './discover.ts';
export { type Ending, endingOf, mayBeTakenBack } from './endings.ts';
export { stageOfFailure } from './failed-stage.ts';
export { type FailureFilter, readFailureFilter } from './failure-filter.ts';
export {
  type FailureGroup,
  type FailureSum,
  findFailures,
  groupFailures,
  howTheyEnded,
  readFailures,
  sumFailures,
  sweepFailures,
  TREND_HOURS,
} from './failures.ts';
export {
  type Ended,
  type EndedFilter,
  type FoundAddress,
  findAddresses,
  findEnded,
  newestCaptures,
} from './find.ts';
export { type FlightBegun, flightsBegun } from './flights.ts';
export { type JournalStep, journalOf, journalsSince, sweepJournal } from './journal.ts';
export { type FeedFate, failingFeeds } from './losses.ts';
export { type Landing, type Learnt, land, type Move, type MovingRow, move } from './move.ts';
export type { ArticlesOf } from './moving-links.ts';
export { type FoundPage, fatesOfPages } from './page-fates.ts';
export { readPageFilter } from './page-filter.ts';
export { countPages, findPages, type PageFilter } from './pages.ts';
export { FilterError, isEmptyFilter } from './qualifiers.ts';
export { type InFlight, inFlightOf, lockInFlight, noteSentAway } from './read-in-flight.ts';
export { readdress } from './readdress.ts';
export { REASONS, type Reason } from './reasons.ts';
export {
  type FailureCursor,
  idOfAge,
  pagesBetween,
  type ReadPage,
  readAmong,
  vanishedSince,
} from './rechecks.ts';
export { type Resting, resting } from './resting.ts';
export {
  holdFailed,
  readFailed,
  restoreFailed,
  type StoodFailed,
  setAside,
  withdraw,
} from './set-failed.ts';
export type { Sighting } from './sighting.ts';
export { type Again, type PlannedLooks, plannedLooks, takeAgain } from './take-again.ts';
export { type Released, takeWaiting, type WaitingRoom } from './take-waiting.ts';
export { turnIntoFeed } from './turn-into-feed.ts';
export { turnIntoHome } from './turn-into-home.ts';
