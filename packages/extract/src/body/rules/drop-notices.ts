import type { Block } from '../blocks.ts';
import { dropRange, edgesOf, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Kept blocks at either end of a body among which notices stand. */
const EDGE = 3;
/** A body of fewer words may be the notice itself. */
const ENOUGH = 40;
/** What a site says of what it keeps on a reader's machine. */
const COOKIES = /(?<!\p{L})cookies?(?!\p{L})|ملفات تعريف الارتباط|الكوكيز/iu;
const KEEPS =
  /(?:ce|notre|this|our|diese|este|questo) (?:site|web)|en poursuivant|accept|utilis\p{L}+ des|uses?(?!\p{L})|nous utilisons|we use|wir verwenden|utilizamos|(?:ت|ي|ن)ستخدم|الموقع|موقعنا/iu;
const COOKIE_WORDS = 40;
/** Above the headline it may be told at length: no text begins there. */
const CONSENT_WORDS = 200;
/** What agencies write below a text: that it ends; codes and clocks follow. */
const ENDS =
  /^[^\p{L}\p{N}]*(?:انتهى|النهاية|(?:انتهای|پایان) پیام|(?:–|-)\s?30\s?(?:–|-)|ends?|fin|\/ends)[^\p{L}\p{N}]*$/iu;
const END_LINES = 5;
const END_WORDS = 3;

/** Takes out what is told of cookies at either end of a body, and the mark that it ends with all behind it. */
export const dropNotices: Rule = (facts, kept) => {
  if (keptWords(facts, kept) < ENOUGH) return;
  const { blocks } = facts;
  const textOf = (index: number): string => (blocks[index] as Block).text;
  const order = [...keptBlocks(kept)];
  for (const index of edgesOf(order, EDGE)) {
    const most = index < facts.titleBlock ? CONSENT_WORDS : COOKIE_WORDS;
    if (wordsOf(facts, index) > most || !COOKIES.test(textOf(index))) continue;
    if (KEEPS.test(textOf(index))) kept[index] = 0;
  }
  const end = order
    .slice(-END_LINES)
    .find((index) => wordsOf(facts, index) <= END_WORDS && ENDS.test(textOf(index)));
  if (end !== undefined) dropRange(kept, end, kept.length);
};
