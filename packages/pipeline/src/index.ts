export { advance, advanceOne, type Step } from './advance.ts';
export { type Arrival, type ArrivalOutcome, type Arrived, arrive, arriveAll } from './arrive.ts';
export { arriveFeed, type FeedArrival } from './arrive-feed.ts';
export { type AskHomesOptions, askHomes } from './ask-homes.ts';
export { backfill, type OlderEntry } from './backfill.ts';
export { type Brake, MAX_BACKLOG } from './brakes.ts';
export type { FailureVerb } from './bulk/act-on.ts';
export { countPagesOf, pagesOf } from './bulk/pages.ts';
export {
  askForRun,
  askOfRun,
  type BulkOrder,
  type BulkRun,
  listRuns,
  MOST_OF_RUN,
  RunError,
  readRun,
  sweepRuns,
} from './bulk/runs.ts';
export { type StepOptions, type Stepped, stepRun } from './bulk/step-run.ts';
export {
  type ExportedCase,
  exportedCases,
  type TakedownWish,
  takeDownAll,
  type UnsureField,
  unsureFields,
} from './desk.ts';
export { discover } from './discover.ts';
export { EnterError, type Entered, type EnterOptions, enter } from './enter.ts';
export { type Carriers, carryOutNext } from './errands/carry-out.ts';
export {
  askErrand,
  awaitErrand,
  type Errand,
  ErrandError,
  readErrand,
  sweepErrands,
} from './errands/errands.ts';
export { operatorsCarriers } from './errands/operators.ts';
export type { Asked, ErrandVerb } from './errands/verbs.ts';
export { endsOf, flightsOf } from './flights.ts';
export { goOn, heldBy } from './guards.ts';
export { heedBeats, learnBeats } from './heed-beats.ts';
export { type Journey, journeyOf, meaningOf } from './journey.ts';
export { lookAgain } from './look-again.ts';
export { pollDue } from './poll.ts';
export { type HopelessJob, quarantine } from './quarantine.ts';
export {
  countQuarantine,
  discardQuarantine,
  listQuarantine,
  type QuarantinedJob,
  sweepQuarantine,
} from './quarantine-rows.ts';
export { followWithdrawals, type RecheckCursor, recheck } from './recheck.ts';
export { type Reconciled, type ReconcileOptions, reconcile } from './reconcile.ts';
export { askForRelease, type ReleaseOptions, release, releaseOptions } from './release.ts';
export { type ReplayFrom, replay } from './replay.ts';
export { readLedger, readStatus, type Status } from './status.ts';
export { sweepFailed } from './sweep-failed.ts';
export {
  canWrite,
  NO_TICK,
  PAUSED,
  readTroubles,
  SILENT,
  STANDS,
  type Trouble,
  troublesOfQueue,
} from './troubles.ts';
export { watchLosses } from './watch-losses.ts';
export {
  type AddressState,
  FINAL_STATES,
  type FinalState,
  FLIGHT_STATES,
  type FlightState,
  isFinal,
  type Pipeline,
  type PipelineQueues,
  type QueueName,
  queues,
  STATES,
  type Stage,
  type StageName,
  stageOf,
  stageTaking,
  WAITING,
  way,
} from './way.ts';
