export { type Claim, claimAll } from './claim.ts';
export { type ArticleCounts, countArticles } from './count.ts';
export { articlesAt, type CurrentRevision, currentRevisions, inUse } from './current.ts';
export {
  type Decision,
  type Draft,
  decisionSchema,
  discardDrafts,
  draftSchema,
  loadDrafts,
  saveDrafts,
} from './draft.ts';
export {
  findCandidates,
  type IdentityCandidate,
  type IdentityKey,
  type KeyKind,
  nameOfKey,
  reserveIds,
} from './identity.ts';
export { latchKeys } from './latches.ts';
export { PoisonRowError } from './poison-row-error.ts';
export { type Undone, undoClaim } from './undo-claim.ts';
export { type Written, writeArticles } from './write-articles.ts';
