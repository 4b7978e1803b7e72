export { type BeatShare, countBeats, type ToldLately, toldLately } from './beats.ts';
export { writeChains } from './chains.ts';
export { type Claim, claimAll } from './claim.ts';
export { hashOf } from './content-hash.ts';
export { type CurrentContent, currentContents } from './contents.ts';
export { type ArticleCounts, countArticles } from './count.ts';
export {
  addressesSaying,
  articlesAt,
  type CurrentRevision,
  currentRevisions,
  inUse,
  type OwnArticle,
  type Said,
} from './current.ts';
export {
  answerUnsure,
  DESK_FIELDS,
  type DeskCase,
  DeskError,
  listCases,
  listUnsure,
  type Unsure,
} from './desk.ts';
export type { Decision, Draft } from './draft.ts';
export { type Explained, explainPair, type PairExplanation } from './explain-pair.ts';
export { freshKeys, type NextOf } from './fresh-keys.ts';
export { type HabitBook, openHabitBook } from './habit-book.ts';
export {
  findCandidates,
  type IdentityCandidate,
  type IdentityKey,
  type KeyKind,
  MOST_NAMESAKES,
  NAMES,
  nameOfKey,
  reserveIds,
} from './identity.ts';
export {
  hideImage,
  ImageError,
  type ImageReport,
  listImages,
  type ReportOutcome,
  reportImage,
  type StoredImage,
  showImage,
} from './images.ts';
export { keepTellings, type PartOf, type Told } from './keep-tellings.ts';
export { closeKeyDays, openKeyDays } from './key-days.ts';
export { keysOf, type ReadDraft } from './keys-of.ts';
export { latchDecisions } from './latches.ts';
export { type Moved, mergeStories, StoryError, splitStory } from './move-articles.ts';
export { mergeByHand, splitByHand } from './move-by-hand.ts';
export {
  type ArticlePast,
  type PastChange,
  type PastDecision,
  type PastRevision,
  readPast,
} from './past.ts';
export { PoisonRowError } from './poison-row-error.ts';
export { type Pulse, readPulse } from './pulse.ts';
export { loadRecognisable, type Recognisable } from './recognisable.ts';
export {
  countUndecided,
  type Place,
  type Redecided,
  redecide,
  type Window,
} from './redecide.ts';
export { KeysLostError, refillKeys } from './refill-keys.ts';
export { type Resettled, resettle } from './resettle.ts';
export { restlessAmong } from './restless.ts';
export { discardDrafts, saveDrafts } from './save-drafts.ts';
export { countTitleWords, renewVectors } from './search-upkeep.ts';
export { foldShelves } from './shelves.ts';
export { sweepChanges } from './sweep-changes.ts';
export {
  readmitArticle,
  removeArticle,
  restoreArticle,
  revisedShares,
  TakedownError,
  withdrawArticle,
  withdrawnArticles,
} from './take-down.ts';
export {
  liftTakedown,
  listTakedowns,
  sweepTakedowns,
  type Takedown,
  type TakedownOrder,
  takeDown,
  takenDown,
} from './takedowns.ts';
export { findHolders, type Holders, loadTellings, storyMark, type Telling } from './tellings.ts';
export { tellTopics } from './topics.ts';
export { type Undone, undoClaim } from './undo-claim.ts';
export { watchEpoch } from './watch-epoch.ts';
export { writeArticles } from './write-articles.ts';
export type { Written } from './written.ts';
export { readYields, type Yield } from './yields.ts';
