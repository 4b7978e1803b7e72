import type { EntryHint } from '@nashra/db';
import type { Extraction } from '@nashra/extract';
import { searchText } from '@nashra/text';

/** A headline of fewer words may be said in others: «Live», «Press review». */
const FEW_WORDS = 4;
const LEAST_LETTERS = 3;
/** So much of an entry's words is on its page: single ones in the headline, and pairs of neighbours in the text, where single ones tell little. */
const LEAST_SHARE = 1 / 3;

/**
 * Whether a page is the one that its entry tells of. Servers put other pages in its place, and say that all is well: what a
 * framework says of an error, a notice, another article out of a cache. None of them has the entry's words.
 */
export function showsEntry(
  entry: EntryHint | null,
  { title, body }: Pick<Extraction, 'title' | 'body'>,
): boolean {
  const words = wordsOf(entry?.title ?? '');
  if (words.length < FEW_WORDS || isAmong(words, wordsOf(title))) return true;
  const pairs = pairsOf(wordsOf(body));
  return [words, wordsOf(entry?.summary ?? '')].some((it) => isAmong(pairsOf(it), pairs));
}

function isAmong(some: readonly string[], all: readonly string[]): boolean {
  const there = new Set(all);
  const found = some.filter((it) => there.has(it)).length;
  return found > 0 && found >= some.length * LEAST_SHARE;
}

function wordsOf(text: string): string[] {
  return searchText(text)
    .split(' ')
    .filter((word) => word.length >= LEAST_LETTERS);
}

const pairsOf = (words: readonly string[]) =>
  words.slice(1).map((word, before) => `${words[before]} ${word}`);
