import type { Extraction } from '@nashra/extract';
import { searchText } from '@nashra/text';

/** A headline of fewer words may be said in others: «Live», «Press review». */
const FEW_WORDS = 4;
const LEAST_LETTERS = 3;
/** Of an entry's headline so much stands on its page, in the page's own headline or its text. */
const LEAST_SHARE = 1 / 3;

/**
 * Whether a page is the one that its entry tells of. Servers put other pages in its place, and say that all is well: what a
 * framework says of an error, a notice, another article out of a cache. None of them has the entry's words.
 */
export function showsEntry(
  headline: string | undefined,
  { title, body }: Pick<Extraction, 'title' | 'body'>,
): boolean {
  const words = [...new Set(wordsOf(headline ?? ''))];
  if (words.length < FEW_WORDS) return true;
  const isEnough = (text: string) => {
    const there = new Set(wordsOf(text));
    return words.filter((word) => there.has(word)).length >= words.length * LEAST_SHARE;
  };
  return isEnough(title) || isEnough(body);
}

function wordsOf(text: string): string[] {
  return searchText(text)
    .split(' ')
    .filter((word) => word.length >= LEAST_LETTERS);
}
