export { DEFAULT_EXTRACT_LIMITS, EXTRACTOR_VERSION, extract } from './extract.ts';
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
  PublisherHint,
  PublisherMemory,
} from './types.ts';
