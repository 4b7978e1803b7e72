export { type ArticleCounts, countArticles } from './count.ts';
export { articleAt, type CurrentRevision, currentRevisions, inUse } from './current.ts';
export {
  type Decision,
  type Draft,
  decisionSchema,
  discardDrafts,
  draftSchema,
  loadDraft,
  saveDraft,
} from './draft.ts';
export {
  type Claimed,
  claimArticle,
  claimRevision,
  findCandidates,
  type IdentityCandidate,
  type IdentityKey,
  type KeyKind,
} from './identity.ts';
export { latchKeys } from './latches.ts';
export { PoisonRowError } from './poison-row-error.ts';
export { type Undone, undoClaim } from './undo-claim.ts';
export { type Written, writeArticles } from './write-articles.ts';
