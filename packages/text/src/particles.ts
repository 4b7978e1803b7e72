import { foldText } from './fold/fold-text.ts';

const ARABIC = new Set(['ar', 'ary', 'arq', 'arz', 'aeb', 'apc']);

function isArabic(lang: string | undefined): boolean {
  return ARABIC.has((lang ?? '').toLowerCase().split(/[-_]/, 1)[0] as string);
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
 * A text folded and, in Arabic, without the particles written to its words (ال، وال، بال، كال، فال، لل، و): what texts are
 * compared by. Search goes further, see `searchText`.
 */
export function withoutParticles(text: string, lang: string | undefined): string {
  const folded = foldText(text);
  return isArabic(lang) ? folded.replace(ARABIC_WORD, stripPrefix) : folded;
}
