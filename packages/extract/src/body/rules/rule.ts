import { TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import { isAlike } from '../resemblance.ts';
import type { TextFacts } from '../scan.ts';

/**
 * What the page's own structure says about the chosen blocks, whatever the judge thinks: it changes
 * `kept`, a 1 for each block of the body.
 */
export type Rule = (facts: PageFacts, kept: Uint8Array) => void;

export function wordsOf({ texts }: PageFacts, index: number): number {
  const { tokenStart, tokenEnd } = texts[index] as TextFacts;
  return tokenEnd - tokenStart;
}

/** Whether a block ends as neither a sentence nor what announces something does. */
export function isOpen({ texts }: PageFacts, index: number): boolean {
  const { lastClass } = texts[index] as TextFacts;
  return lastClass !== CHAR.stop && lastClass !== CHAR.colon;
}

/** Characters of a line: a block without a word may be as long as the page. */
const LINE_CHARS = 600;

/** Whether a block is one line of so many words at most. */
export const isLineOf = (facts: PageFacts, index: number, words: number): boolean =>
  wordsOf(facts, index) <= words && (facts.blocks[index] as Block).chars <= LINE_CHARS;

export const isHeadlineText = ({ tokens, texts, headline }: PageFacts, index: number): boolean =>
  isAlike(tokens, texts[index] as TextFacts, headline);

/** Words of the blocks in a range, kept or not. */
export function allWords(facts: PageFacts, from: number, to: number): number {
  let words = 0;
  for (let index = from; index < to; index++) words += wordsOf(facts, index);
  return words;
}

/** Words of the kept blocks in a range. */
export function keptWords(facts: PageFacts, kept: Uint8Array, from = 0, to = kept.length): number {
  let words = 0;
  for (let index = from; index < to; index++) if (kept[index]) words += wordsOf(facts, index);
  return words;
}

/** Blocks behind the body that may tell what its last ones are: more like them. */
const TAIL = 40;

/** The block after the last one that is worth a look: behind the body nothing is taken out. */
export const endOfLook = (kept: Uint8Array): number =>
  Math.min(kept.length, kept.lastIndexOf(1) + 1 + TAIL);

/** The kept blocks in order, each as it stands when it is come to. */
export function* keptBlocks(kept: Uint8Array): Generator<number> {
  for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) yield index;
}

/** Whether a range of nodes has an element of one of some tags. */
export function hasTag({ tag }: Tree, from: number, to: number, tags: readonly number[]): boolean {
  for (let node = from; node < to; node++) if (tags.includes(tag[node] as number)) return true;
  return false;
}

const PICTURE = [TAG.img];
export const hasPicture = (tree: Tree, from: number, to: number): boolean =>
  hasTag(tree, from, to, PICTURE);

/** The first and the last so many of some blocks, each once. */
export const edgesOf = (order: readonly number[], count: number): ReadonlySet<number> =>
  new Set([...order.slice(0, count), ...order.slice(-count)]);

/** Drops the kept blocks of a range. */
export function dropRange(kept: Uint8Array, from: number, to: number): void {
  kept.fill(0, from, to);
}

/** The first block whose text begins at a node or after it. */
export function blockAt({ blocks }: PageFacts, node: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle] as Block).first < node) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The blocks whose text lies in an element: the first one, and the one after the last. */
export const blocksIn = (facts: PageFacts, node: number): readonly [from: number, to: number] => [
  blockAt(facts, node),
  blockAt(facts, facts.tree.end[node] as number),
];
