import { CLASS_WEIGHTS, RARE, weightOf } from '../signature/common-words.ts';
import { type Signature, THIN_BODY } from '../signature/signature.ts';
import { holds, isKept } from '../signature/sketch.ts';
import { ALIKE, contained, jaccard, overlap, wordOverlap } from './overlap.ts';

/** A set of shingles that do not tell one story from another. */
export interface Template {
  has(shingle: number): boolean;
}

/** What is known of a pair besides the texts. */
export interface PairContext {
  /** Between the publications of the two. */
  readonly gapMs: number;
  /** Shingles that other stories have too. */
  readonly template?: Template;
  /** The title of the two is one that another story of another day has. */
  readonly recurringTitle?: boolean;
}

/** What speaks for and against two texts being one report. Shares lie between 0 and 1. */
export interface Evidence {
  /** 1 when a side is all title. */
  readonly thin: number;
  /** Jaccard of the bodies' three-word shingles. */
  readonly shingles: number;
  /** The part of the shorter body's shingles that stands in the longer. */
  readonly contained: number;
  /** The part of the longer body's shingles that stands in the shorter. */
  readonly covered: number;
  /** The same parts of words, weighted by rarity: of the poorer body, and of both. */
  readonly words: number;
  readonly wordsOfBoth: number;
  /** The part of the longer text's lead that stands in the shorter, and the other way round. */
  readonly longLead: number;
  readonly shortLead: number;
  /** Jaccard of the two leads' words, weighted. */
  readonly leads: number;
  /** Titles: weighted Jaccard, and the part of the poorer title. */
  readonly title: number;
  readonly titleContained: number;
  /** How much the shared words of the titles weigh. */
  readonly titleWeight: number;
  /** The part of the fewer numbers that both have; 1 where a side has none. */
  readonly numbers: number;
  /** Numbers that each side has and the other lacks: the fewer, and the more. */
  readonly strangeNumbers: number;
  readonly moreStrangeNumbers: number;
  /** Numbers in the title that the other text lacks altogether: on the side with fewer. */
  readonly titleNumbers: number;
  /** Rare words of lead and title that the other text lacks: on the side with fewer, and with more. */
  readonly strangers: number;
  readonly moreStrangers: number;
  /** The part of rare words of lead and title that the other text has: on the side with less. */
  readonly rare: number;
  /** The part of the longer text's title, weighted, that the shorter text has anywhere; and the other way round. */
  readonly longTitle: number;
  readonly shortTitle: number;
  /** Words of the shorter body by those of the longer. */
  readonly length: number;
  /** Words of the shorter body. */
  readonly size: number;
  /** Parts of the longer body under headings of their own. */
  readonly headedParts: number;
  readonly hours: number;
  /** The part of the shorter body that other stories say too; of a thin text whether its title is one of those. */
  readonly template: number;
  /** Shingles' Jaccard and containment without that part. */
  readonly freshShingles: number;
  readonly freshContained: number;
}

const MIN_FRESH = 4;
const ROUNDED = 1e4;
const HOUR = 3_600_000;

/** Compares two texts by their signatures alone. Symmetric: the order of the two does not matter. */
export function compare(
  a: Signature,
  b: Signature,
  { gapMs, template, recurringTitle = false }: PairContext,
): Evidence {
  const [short, long] = isBefore(a, b) ? [a, b] : [b, a];
  const shingles = { short: shinglesOf(short), long: shinglesOf(long) };
  const body = overlap(shingles.short, shingles.long, 0, ALIKE);
  const left = template ? overlap(shingles.short, shingles.long, 0, ALIKE, template) : body;
  // Who says nothing of his own beside the template says the same as somebody: a copy, not an edition.
  const fresh = left.first < MIN_FRESH || left.second < MIN_FRESH ? body : left;
  const words = overlap(tokensOf(short), tokensOf(long), 3, CLASS_WEIGHTS);
  const title = wordOverlap(short.title, long.title);
  const numbers = overlap(
    { members: short.numbers, level: 0 },
    { members: long.numbers, level: 0 },
    0,
    ALIKE,
  );
  const strange = [numbers.first - numbers.shared, numbers.second - numbers.shared];
  const rare = [rareIn(short, long), rareIn(long, short)] as const;
  const isThin = short.words < THIN_BODY;
  return {
    thin: isThin ? 1 : 0,
    shingles: rounded(jaccard(body)),
    contained: rounded(share(body.shared, body.first)),
    covered: rounded(share(body.shared, body.second)),
    words: rounded(contained(words)),
    wordsOfBoth: rounded(jaccard(words)),
    longLead: rounded(leadIn(long, short)),
    shortLead: rounded(leadIn(short, long)),
    leads: rounded(jaccard(wordOverlap(short.lead, long.lead))),
    title: rounded(jaccard(title)),
    titleContained: rounded(contained(title)),
    titleWeight: rounded(title.shared),
    numbers: rounded(numbers.first === 0 || numbers.second === 0 ? 1 : contained(numbers)),
    strangeNumbers: Math.min(...strange),
    moreStrangeNumbers: Math.max(...strange),
    titleNumbers: Math.min(strangeInTitle(short, long), strangeInTitle(long, short)),
    strangers: Math.min(rare[0].missing, rare[1].missing),
    moreStrangers: Math.max(rare[0].missing, rare[1].missing),
    rare: rounded(Math.min(rare[0].share, rare[1].share)),
    longTitle: rounded(titleIn(long, short)),
    shortTitle: rounded(titleIn(short, long)),
    length: rounded(share(short.words, long.words)),
    size: short.words,
    headedParts: long.headedParts,
    hours: rounded(Math.abs(gapMs) / HOUR),
    template: rounded(isThin ? Number(recurringTitle) : 1 - share(left.first, body.first, 1)),
    freshShingles: rounded(jaccard(fresh)),
    freshContained: rounded(share(fresh.shared, fresh.first)),
  };
}

const rounded = (value: number): number => Math.round(value * ROUNDED) / ROUNDED;

function isBefore(a: Signature, b: Signature): boolean {
  if (a.words !== b.words) return a.words < b.words;
  if (a.title.length !== b.title.length) return a.title.length < b.title.length;
  return a.textKey + a.titleKey <= b.textKey + b.titleKey;
}

const share = (part: number, whole: number, ofNothing = 0): number =>
  whole === 0 ? ofNothing : part / whole;
const shinglesOf = ({ shingles, shingleLevel }: Signature) => ({
  members: shingles,
  level: shingleLevel,
});
const tokensOf = ({ tokens, tokenLevel }: Signature) => ({ members: tokens, level: tokenLevel });

function leadIn(text: Signature, other: Signature): number {
  let seen = 0;
  let known = 0;
  for (const shingle of text.leadShingles) {
    if (!isKept(shingle, other.shingleLevel)) continue;
    seen++;
    if (holds(other.shingles, shingle)) known++;
  }
  return share(known, seen);
}

/** How the rare words of a text's title and lead fare in another text. */
function rareIn(text: Signature, other: Signature): { missing: number; share: number } {
  let known = 0;
  let missing = 0;
  const weigh = (word: number): void => {
    if ((word & 7) < RARE - 1) return;
    if (other.title.includes(word) || holds(other.tokens, word)) known++;
    else if (isKept(word, other.tokenLevel, 3)) missing++;
  };
  for (const word of text.lead) weigh(word);
  for (const word of text.title) if (!text.lead.includes(word)) weigh(word);
  return { missing, share: share(known, known + missing, 1) };
}

function strangeInTitle(text: Signature, other: Signature): number {
  let strange = 0;
  for (const word of text.title)
    if (holds(text.numbers, word) && !holds(other.numbers, word)) strange++;
  return strange;
}

function titleIn(text: Signature, other: Signature): number {
  let seen = 0;
  let known = 0;
  for (const word of text.title) {
    const isKnown = other.title.includes(word) || holds(other.tokens, word);
    if (!isKnown && !isKept(word, other.tokenLevel, 3)) continue;
    seen += weightOf(word);
    if (isKnown) known += weightOf(word);
  }
  return share(known, seen);
}
