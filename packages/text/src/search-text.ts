import { foldText } from './fold/fold-text.ts';

/** Postgres text search configurations the index is built with. */
export type SearchConfig = 'arabic' | 'french' | 'english' | 'spanish' | 'simple';

const CONFIGS: Readonly<Record<string, SearchConfig>> = {
  ar: 'arabic',
  ary: 'arabic',
  arq: 'arabic',
  arz: 'arabic',
  aeb: 'arabic',
  apc: 'arabic',
  fr: 'french',
  en: 'english',
  es: 'spanish',
};

function primary(lang: string | undefined): string {
  return (lang ?? '').toLowerCase().split(/[-_]/, 1)[0] as string;
}

/** The Postgres text search configuration for a BCP 47 tag. */
export function searchConfig(lang: string | undefined): SearchConfig {
  return CONFIGS[primary(lang)] ?? 'simple';
}

/** Conjunction or preposition with the article, the article alone, «لل»; longest first. */
const ARTICLE = /^(?:[وف]?(?:[بك]?ال|لل))(?=\p{L}{2})/u;
/** A lone conjunction, where enough of a word is left behind it. */
const CONJUNCTION = /^و(?=\p{L}{4})/u;
const ARABIC_WORD = /[\u0621-\u064a]+/g;

/** The one word that begins with ال and has no article; with its prefixes it is one word still. */
const GOD = /^(?:[وفبكت]?ال|[وف]?ل)له$/;

function stripPrefix(word: string): string {
  if (GOD.test(word)) return 'الله';
  if (word.length < 4) return word;
  const bare = word.replace(ARTICLE, '');
  return bare === word ? word.replace(CONJUNCTION, '') : bare;
}

/**
 * The text that goes into `to_tsvector` and, by the same rules, into the query: folded, and in
 * Arabic without the prefixes that Postgres' stemmer leaves on (ال، وال، بال، كال، فال، لل، و).
 */
export function searchText(text: string, lang: string | undefined): string {
  return searchTextOf(foldText(text), lang);
}

/** The same of a text that is folded already. */
export function searchTextOf(folded: string, lang: string | undefined): string {
  return searchConfig(lang) === 'arabic' ? folded.replace(ARABIC_WORD, stripPrefix) : folded;
}
