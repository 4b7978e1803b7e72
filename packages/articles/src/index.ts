export { writeChains } from './chains.ts';
export { type Claim, claimAll } from './claim.ts';
export { contentHash } from './content-hash.ts';
export { type CurrentContent, currentContents } from './contents.ts';
export { type ArticleCounts, countArticles } from './count.ts';
export { articlesAt, type CurrentRevision, currentRevisions, inUse } from './current.ts';
export type { Decision, Draft } from './draft.ts';
export { type Explained, explainPair, type PairExplanation } from './explain-pair.ts';
export {
  findCandidates,
  type IdentityCandidate,
  type IdentityKey,
  type KeyKind,
  nameOfKey,
  reserveIds,
} from './identity.ts';
export { keepTellings, type PartOf, type Told } from './keep-tellings.ts';
export { closeKeyDays, openKeyDays } from './key-days.ts';
export { keysOf, type ReadDraft } from './keys-of.ts';
export { latchKeys } from './latches.ts';
export { type Moved, mergeStories, StoryError, splitStory } from './move-articles.ts';
export { PoisonRowError } from './poison-row-error.ts';
export { loadRecognisable, type Recognisable } from './recognisable.ts';
export { discardDrafts, saveDrafts } from './save-drafts.ts';
export { countTitleWords, renewVectors } from './search-upkeep.ts';
export { findHolders, type Holders, loadTellings, type Telling } from './tellings.ts';
export { type Undone, undoClaim } from './undo-claim.ts';
export { writeArticles } from './write-articles.ts';
export type { Written } from './write-changes.ts';
