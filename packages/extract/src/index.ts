export {
  type Compared,
  type ComparedField,
  compareExtractions,
  type FieldChange,
} from './compare.ts';
export { DEFAULT_EXTRACT_LIMITS, EXTRACTOR_VERSION, extract } from './extract.ts';
export { lookAt, type PageLook, WATCHED, type Watched } from './guard/look.ts';
export { diffOutlines, outlineOf } from './guard/outline.ts';
export { type GuardProfile, newProfile, readProfile } from './guard/profile.ts';
export { type GuardAlarm, type Watching, watchPage } from './guard/watch-page.ts';
export {
  EMPTY_MEMORY,
  type LayoutChange,
  type Learned,
  learnMemory,
} from './memory/learn-memory.ts';
export { packMemory, unpackMemory } from './memory/pack-memory.ts';
export type { Rights } from './rights/rights.ts';
export type {
  ArticleImage,
  BlockExplanation,
  DateEvidence,
  DateSource,
  Extraction,
  ExtractLimits,
  ExtractOptions,
  FeedEntryHint,
  PageKind,
  PageObservation,
  PublisherHint,
  PublisherMemory,
  Sureness,
} from './types.ts';
