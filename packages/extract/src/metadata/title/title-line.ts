import type { ShownLine } from './shown-lines.ts';
import { headlineKey } from './title-text.ts';

/** Every place a page names itself in, plain lines as written; '' or none where it does not. */
export interface TitleSources {
  readonly headings: readonly string[];
  readonly openGraph: string;
  readonly jsonLd: string;
  readonly document: string;
  readonly twitter: string;
  /** Other meta names, best first. */
  readonly others: readonly string[];
  /** Lower headings and elements named as titles; asked only where nothing better speaks. */
  readonly lesser: () => readonly string[];
  /** What is drawn as a heading by its class alone; asked only where nothing else names the page. */
  readonly drawn: () => readonly string[];
  /** The lines that the page shows; asked only where no heading speaks. */
  readonly shown: () => readonly ShownLine[];
}

/** Two titles that share fewer of their words are about different things. */
export const MIN_SHARED = 0.3;
/** Names of sites and sections have fewer words. */
export const MIN_WORDS = 4;
/** A lesser heading is no shorter than this, or menus would name the page. */
export const MIN_LESSER = 12;

/** A spelling of a title with what it is compared by. */
export interface Line {
  readonly text: string;
  readonly key: string;
}

export const NONE: Line = { text: '', key: '' };

/** Shorter texts open or close longer ones by chance. */
const MIN_ENDING = 12;

const WORD = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\p{L}\p{M}\p{N}]+/gu;

export function line(text: string): Line {
  return text === '' ? NONE : { text, key: headlineKey(text) };
}

export function endsWith(long: Line, short: Line): boolean {
  return (
    short.key.length > MIN_ENDING &&
    long.key.length > short.key.length &&
    long.key.endsWith(short.key)
  );
}

/** One begins with the other, or they share most of their words. */
export function isSimilar(a: Line, b: Line): boolean {
  if (a.key.startsWith(b.key) || b.key.startsWith(a.key)) return true;
  return overlap(wordsOf(a.text), wordsOf(b.text)) > 0.5;
}

/** The words of a title; scripts without spaces give their characters. */
export function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(WORD));
}

/** The share of the smaller set's words that the other has too. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.min(a.size, b.size);
}

/** Between a title and what is hung on it. */
export const MARK = /\s[|»«·–—-]\s/u;
