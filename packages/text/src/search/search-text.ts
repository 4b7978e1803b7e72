import { foldText } from '../fold/fold-text.ts';
import { bareArabic, IRREGULAR } from './arabic-word.ts';
import { frenchText } from './french.ts';

/** Postgres text search configurations the index is built with. */
export type SearchConfig = 'french' | 'english' | 'spanish' | 'simple';

/** By primary language. Arabic is stemmed here, so Postgres has nothing to do to it. */
export const CONFIGS: Readonly<Record<string, SearchConfig>> = {
  fr: 'french',
  en: 'english',
  es: 'spanish',
};

/** The Postgres text search configuration for a BCP 47 tag. */
export function searchConfig(lang: string | undefined): SearchConfig {
  const primary = (lang ?? '').toLowerCase().split(/[-_]/, 1)[0] as string;
  return CONFIGS[primary] ?? 'simple';
}

/**
 * Digits that are written to a word are found by themselves, and the word is: و10، الـ20، 20عضوا، covid19. Signs that Postgres
 * reads as JavaScript does.
 */
export const GLUED: readonly (readonly [pattern: string, instead: string])[] = [
  ['(?<![^ ])(?:[وفبلك]{0,2}(?:ال|لل)|[وفبلك]{1,2})([0-9]+)(?![^ ])', '$1'],
  ['(?<![^ ])([a-z]{3,}|[\u0621-\u064a]{3,})([0-9]+)(?![^ ])', '$1 $2'],
  ['(?<![^ ])([0-9]+)([a-z]{3,}|[\u0621-\u064a]{3,})(?![^ ])', '$1 $2'],
];
const glued = GLUED.map(([pattern, instead]) => [new RegExp(pattern), instead] as const);

/** Words of one script, and digits that are written to one. */
const WORD =
  /(?<![^ ])(?:(?:[\u0621-\u064a]+|[a-z]+)[0-9]*|[0-9]+(?:[\u0621-\u064a]+|[a-z]+))(?![^ ])/g;
const DIGIT = /[0-9]/;
const LETTERS = /(?<![^ ])(?:[\u0621-\u064a]+|[a-z]+)(?![^ ])/g;

/**
 * The text that goes into `to_tsvector` and, by the same rules, into the query: folded, each Arabic word brought to
 * the form that is searched, in whatever language it stands: who searches does not say one.
 */
export function searchText(text: string): string {
  return searchTextOf(foldText(text));
}

/** The same of a text that is folded already. */
export function searchTextOf(folded: string): string {
  return folded.replace(WORD, (word) => (DIGIT.test(word) ? ungluedOf(word) : wordOf(word)));
}

function ungluedOf(word: string): string {
  const apart = glued.reduce((it, [pattern, instead]) => it.replace(pattern, instead), word);
  return apart.replace(LETTERS, wordOf);
}

function wordOf(word: string): string {
  return word.charCodeAt(0) < 0x80 ? (IRREGULAR.get(word) ?? word) : bareArabic(word);
}

/** The same as the stemmer of its language takes it. */
export function stemmable(text: string, config: SearchConfig): string {
  return config === 'french' ? frenchText(text) : text;
}

const MOST_AUTHOR_WORDS = 40;

/** The words by which who wrote a text is found: kept apart from those of the text by a sign that folding takes away. */
export function authorWords(authors: readonly string[]): string[] {
  const words = searchText(authors.join(' ')).split(' ').filter(Boolean);
  return [...new Set(words)].slice(0, MOST_AUTHOR_WORDS).map((word) => `@${word.slice(0, 100)}`);
}
