import { ngramTable } from './ngram-table.ts';
import { ngramsOf } from './ngrams.ts';

/** What the model can tell: a text in another language would be taken for one of these. */
const TOLD = new Set(
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
    ' ',
  ),
);

/** Whether n-grams have anything to say of a language (primary tag). */
export const isTold = (lang: string): boolean => TOLD.has(lang);

/** What each n-gram counts for a language that has it, beyond its own weight. */
const BASE = 53;
/** Scales a mean weight to 0 to 1. */
const SCALE = 25;
/** Of what a sure text scores, an answer to rely on has so much, and so many n-grams. */
const SURE = 0.75;
const FEWEST = 3;
/** Longer texts tell nothing more. */
const LONGEST = 1000;

/**
 * The likeliest language of a text by its n-grams, '' when it has none that count. The weights of n-grams, and how they
 * are counted, are those of eld (github.com/nitotm).
 */
export function likeliestLanguage(text: string): { lang: string; reliable: boolean } {
  const table = ngramTable();
  const ngrams = ngramsOf(text.slice(0, LONGEST), table.seed);
  const scores = new Float64Array(table.languages.length);
  for (const ngram of ngrams) table.addTo(scores, ngram, BASE);
  let best = 0;
  for (let at = 1; at < scores.length; at++) {
    if ((scores[at] as number) > (scores[best] as number)) best = at;
  }
  if (scores[best] === 0) return { lang: '', reliable: false };
  const mean = (scores[best] as number) / ngrams.size;
  const isTypical = mean / (mean + SCALE) >= SURE * (table.typical[best] as number);
  return { lang: table.languages[best] as string, reliable: ngrams.size >= FEWEST && isTypical };
}
