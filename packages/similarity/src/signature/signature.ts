/** Raised whenever signatures of one text come out otherwise: only signatures of one version are compared. */
export const SIGNATURE_VERSION = 1;

/**
 * What two texts are compared by, so that nobody needs the texts again: a few kilobytes of hashes. Words are
 * classed (`common-words.ts`): 29 bits of hash, and three that say how common the word is.
 */
export interface Signature {
  readonly version: number;
  /** BCP 47, as the text's reader found it. */
  readonly language: string;
  /** Hex, 32 digits, of the folded body; '' when the body is too short to identify a text. */
  readonly textKey: string;
  /** Hex, 32 digits, of the folded title; '' when the title is too short to name one article. */
  readonly titleKey: string;
  /** Keys under which candidates are looked up; two texts that share two are to be compared. */
  readonly keys: Int32Array;
  /** Words of the body. */
  readonly words: number;
  /** Parts of the body under headings of their own; 0 as well where they were not counted yet. */
  readonly headedParts: number;
  /** Three words each, sorted: those whose hash ends in `shingleLevel` zeros. */
  readonly shingles: Uint32Array;
  readonly shingleLevel: number;
  /** Distinct words of the body, sorted: those whose hash ends (above the class) in `tokenLevel` zeros. */
  readonly tokens: Uint32Array;
  readonly tokenLevel: number;
  /** Shingles of the first `LEAD_WORDS` words, in order. */
  readonly leadShingles: Uint32Array;
  /** Distinct words of the lead, in order. */
  readonly lead: Uint32Array;
  /** Distinct words of the title, in order, without flags such as «عاجل». */
  readonly title: Uint32Array;
  /** Distinct numbers, ordinals, weekdays and months of title and body, sorted. */
  readonly numbers: Uint32Array;
}

export const LEAD_WORDS = 40;
export const MAX_SHINGLES = 400;
export const MAX_TOKENS = 400;
export const MAX_TITLE = 24;
export const MAX_NUMBERS = 48;
/** A body of fewer words is furniture («… اقرأ المزيد»): the title is all there is. */
export const THIN_BODY = 12;
