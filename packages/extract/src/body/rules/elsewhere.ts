import { WORDING, wordingOf } from '../lexicon.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { foldToken, hashStep } from '../token-hash.ts';

/** What French leaves before an apostrophe, and its smallest words: a title tells nothing by them. */
const SMALL = new Set('d l s n c j m t y à au aux par'.split(' ').map(foldToken));

/** Words that stand in every text. */
const isCommon = (hash: number): boolean =>
  ((wordingOf.get(hashStep(0, hash)) >>> WORDING.prose) & 1) === 1;

/** The distinct words of some blocks, without the commonest. */
function wordsIn(
  { tokens, texts }: PageFacts,
  from: number,
  to: number,
  isIn: (index: number) => boolean,
): Set<number> {
  const words = new Set<number>();
  for (let index = from; index < to; index++) {
    if (!isIn(index)) continue;
    const { tokenStart, tokenEnd } = texts[index] as TextFacts;
    for (let at = tokenStart; at < tokenEnd; at++) {
      const hash = tokens.hashes[at] as number;
      if (!isCommon(hash)) words.add(hash);
    }
  }
  return words;
}

/** The share of some words that are among others; 1 of none. */
function shareOf(words: ReadonlySet<number>, others: ReadonlySet<number>): number {
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return words.size > 0 ? shared / words.size : 1;
}

/** The share of the words of a range that other kept blocks have: little where it speaks of something else. */
export function shareElsewhere(
  facts: PageFacts,
  kept: Uint8Array,
  from: number,
  to: number,
): number {
  const isOutside = (index: number): boolean => kept[index] === 1 && (index < from || index >= to);
  const inside = wordsIn(facts, from, to, () => true);
  return shareOf(inside, wordsIn(facts, 0, kept.length, isOutside));
}

/** Whether a range has less than a share of the title's words, and of those that other kept blocks have. */
export const speaksOfOthers = (
  facts: PageFacts,
  kept: Uint8Array,
  from: number,
  to: number,
  share: number,
): boolean => titleShare(facts, from, to) < share && shareElsewhere(facts, kept, from, to) < share;

/** The share of the shown title's words that stand in a range, 0 of none: what says none of them is about something else. */
export function titleShare(facts: PageFacts, from: number, to: number): number {
  const { ownTitle } = facts;
  if (ownTitle < 0) return 0;
  const title = wordsIn(facts, ownTitle, ownTitle + 1, () => true);
  for (const word of SMALL) title.delete(word);
  return shareOf(
    title,
    wordsIn(facts, from, to, () => true),
  );
}
