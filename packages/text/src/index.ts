export { type CleanText, cleanLine, cleanText } from './border/clean.ts';
export { cutBytes, cutText } from './border/cut.ts';
export { storableJson } from './border/storable.ts';
export type { DocumentKind } from './charset/declared.ts';
export type { CharsetEvidence, Decoded, DecodeOptions } from './charset/decode.ts';
export { decode, decodeToUtf8 } from './charset/decode.ts';
export { canonicalEncoding } from './charset/labels.ts';
export { mapC1, repairMojibake } from './charset/repair.ts';
export { foldDigits, foldLetters, foldText } from './fold/fold-text.ts';
export { textKey, textKeyOf, titleKey, titleKeyOf } from './keys.ts';
export type { DetectedLanguage } from './language/detect.ts';
export { detectLanguage, detectLanguageDetailed } from './language/detect.ts';
export { nearest } from './nearest.ts';
export { withoutParticles } from './particles.ts';
export {
  BOUND,
  ENDINGS,
  GOD,
  IRREGULAR,
  LAST,
  NO_DUAL,
  OWN_AND,
  OWN_ARTICLE,
  OWN_LAM,
  PARTICIPLE,
  PREFIXES,
  PRONOUNS,
  WHOLE,
} from './search/arabic-word.ts';
export { type FoldRange, foldRanges } from './search/fold-ranges.ts';
export { FRENCH_ENDINGS } from './search/french.ts';
export { lookAlikes } from './search/look-alikes.ts';
export { bareOfParticles, OWN, PARTICLES } from './search/particles.ts';
export type { SearchConfig } from './search/search-text.ts';
export {
  authorWords,
  CONFIGS,
  GLUED,
  searchConfig,
  searchText,
  searchTextOf,
  stemmable,
} from './search/search-text.ts';
export { STOP_WORDS } from './search/stop-words.ts';
export { normalizeSpace, wordCount } from './space.ts';
