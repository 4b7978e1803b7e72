import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import { WORDING, wordingOf } from '../lexicon.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { hashStep } from '../token-hash.ts';
import { keptWords, type Rule, wordsOf } from './rule.ts';

/** «3/8» before or after a caption's heading. */
const NUMBERED = /^\(?\d{1,3}\s*(?:\/|of|sur|von|من)\s*\d{1,3}\b/iu;
const FEWEST = 3;
const LONGEST_HEADING = 120;
/** Of an own gallery's words, the article has at least so many. */
const OWN = 0.25;

/** Words that stand in every text. */
const isCommon = (hash: number): boolean =>
  ((wordingOf.get(hashStep(0, hash)) >>> WORDING.prose) & 1) === 1;

/** The share of the words of a range, without the commonest, that other kept blocks have. */
function shareElsewhere(facts: PageFacts, kept: Uint8Array, from: number, to: number): number {
  const { tokens, texts } = facts;
  const elsewhere = new Set<number>();
  for (let index = 0; index < kept.length; index++) {
    if (!kept[index] || (index >= from && index < to)) continue;
    const { tokenStart, tokenEnd } = texts[index] as TextFacts;
    for (let at = tokenStart; at < tokenEnd; at++) elsewhere.add(tokens.hashes[at] as number);
  }
  const inside = new Set<number>();
  let common = 0;
  for (let index = from; index < to; index++) {
    const { tokenStart, tokenEnd } = texts[index] as TextFacts;
    for (let at = tokenStart; at < tokenEnd; at++) {
      const hash = tokens.hashes[at] as number;
      if (!isCommon(hash)) inside.add(hash);
    }
  }
  for (const hash of inside) if (elsewhere.has(hash)) common++;
  return inside.size > 0 ? common / inside.size : 1;
}

/** Takes out galleries of other stories: numbered pictures whose captions speak of something else. */
export const dropGalleries: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  const numbered: number[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const { digits, firstClass } = facts.texts[index] as TextFacts;
    if (block.chars >= LONGEST_HEADING || digits < 2) continue;
    const mayBe = firstClass === CHAR.digit || firstClass === CHAR.bracket;
    if (mayBe && NUMBERED.test(block.text)) numbered.push(index);
  }
  if (numbered.length < FEWEST) return;
  const first = numbered[0] as number;
  const last = numbered[numbered.length - 1] as number;
  let root = (blocks[first] as Block).node;
  while ((tree.end[root] as number) <= (blocks[last] as Block).node)
    root = tree.parent[root] as number;
  // A list in a part of its own, whose heading goes with it.
  const holder = tree.parent[root] as number;
  let from = first;
  while (from > 0 && (blocks[from - 1] as Block).node > root) from--;
  const isHeaded =
    from > 0 && (blocks[from - 1] as Block).node > holder && wordsOf(facts, from - 1) < 12;
  let to = last;
  while (to < blocks.length && (blocks[to] as Block).node < (tree.end[root] as number)) to++;
  if (
    keptWords(facts, kept, 0, from) + keptWords(facts, kept, to) <=
    keptWords(facts, kept, from, to)
  )
    return;
  if (shareElsewhere(facts, kept, from, to) >= OWN) return;
  kept.fill(0, isHeaded ? from - 1 : from, to);
};
