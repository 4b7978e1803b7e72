import { foldText, withoutParticles } from '@nashra/text';
import { classed, RARE, weightOf } from '../signature/common-words.ts';
import { createWordReader } from '../signature/words.ts';
import { placesOf } from './places.ts';
import { skeletonOf } from './skeleton.ts';

/** What a text is about, in marks that outlive another wording and another language. */
export interface Topic {
  readonly language: string;
  /** Consonants of names, in title and lead. */
  readonly names: ReadonlySet<string>;
  /** ISO 3166 codes. */
  readonly places: ReadonlySet<string>;
  /** Of two digits and more, in title and lead. */
  readonly numbers: ReadonlySet<string>;
  /** Classed words of title and lead. */
  readonly words: ReadonlySet<number>;
  /** Classed words of the title. */
  readonly title: ReadonlySet<number>;
  readonly isThin: boolean;
}

const LEAD_WORDS = 70;
const MOST_NAMES = 24;
const CAPITALIZED = /\p{Lu}[\p{L}\p{M}’'-]{2,}/gu;
const ARABIC_WORD = /[\u0621-\u064a]{3,}/g;
const NUMBER = /\d{2,}/g;
const read = createWordReader();

/** Reads the marks of a text off its title and lead. */
export function topicOf(text: { title: string; body: string; language: string }): Topic {
  const { title, body, language } = text;
  const lead = body.split(/\s+/, LEAD_WORDS).join(' ');
  const both = `${title}\n${lead}`;
  return {
    language: language.slice(0, 2),
    names: namesOf(both, language),
    places: placesOf(both, language),
    numbers: new Set(foldText(both).match(NUMBER)),
    words: wordsOf(both),
    title: wordsOf(title),
    isThin: body.trim() === '',
  };
}

function wordsOf(text: string): Set<number> {
  const { hashes, count } = read(foldText(text));
  return new Set(Array.from(hashes.subarray(0, count), classed));
}

/** Latin names stand out by their capital; in Arabic every word that is rare may be one. */
function namesOf(text: string, language: string): Set<string> {
  const names = new Set<string>();
  const isArabic = language.startsWith('ar');
  const candidates = isArabic
    ? (withoutParticles(text, 'ar').match(ARABIC_WORD) ?? [])
    : (text.match(CAPITALIZED) ?? []).map(foldText);
  for (const word of candidates) {
    if (names.size >= MOST_NAMES) break;
    const [hash] = wordsOf(word);
    if (hash === undefined || (hash & 7) < RARE - (isArabic ? 2 : 3)) continue;
    const skeleton = skeletonOf(word);
    if (skeleton) names.add(skeleton);
  }
  return names;
}

/** What two texts share of what they are about. Shares lie between 0 and 1. */
export interface TopicEvidence {
  /** Whether the two are in one language. */
  readonly oneLanguage: number;
  /** 1 when a side is all title. */
  readonly thin: number;
  readonly names: number;
  readonly numbers: number;
  readonly places: number;
  /** Numbers that each has and the other lacks, places likewise: the fewer. */
  readonly strangeNumbers: number;
  readonly strangePlaces: number;
  /** Weighted Jaccard of words in title and lead; of the titles. */
  readonly words: number;
  readonly title: number;
  readonly hours: number;
}

export function compareTopics(a: Topic, b: Topic, gapMs: number): TopicEvidence {
  const numbers = common(a.numbers, b.numbers);
  const places = common(a.places, b.places);
  return {
    oneLanguage: a.language === b.language ? 1 : 0,
    thin: a.isThin || b.isThin ? 1 : 0,
    names: common(a.names, b.names),
    numbers,
    places,
    strangeNumbers: Math.min(a.numbers.size, b.numbers.size) - numbers,
    strangePlaces: Math.min(a.places.size, b.places.size) - places,
    words: alike(a.words, b.words),
    title: alike(a.title, b.title),
    hours: Math.abs(gapMs) / 3_600_000,
  };
}

function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const it of a) if (b.has(it)) count++;
  return count;
}

function alike(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  let all = 0;
  for (const word of a) {
    all += weightOf(word);
    if (b.has(word)) shared += weightOf(word);
  }
  for (const word of b) if (!a.has(word)) all += weightOf(word);
  return all === 0 ? 0 : shared / all;
}
