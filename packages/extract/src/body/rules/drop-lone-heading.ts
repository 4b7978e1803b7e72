import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { blocksIn, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

const ENOUGH = 40;

const BOLD = new Set<number>([TAG.b, TAG.strong]);
const LABEL_WORDS = 6;

/** A few words in bold, and no sentence: a heading in other dress. */
function isBoldLabel(facts: PageFacts, index: number): boolean {
  const { tree, blocks, texts } = facts;
  const { first, last, node } = blocks[index] as Block;
  if (wordsOf(facts, index) > LABEL_WORDS) return false;
  if ((texts[index] as TextFacts).lastClass === CHAR.stop) return false;
  for (let up = tree.parent[first] as number; up >= node && up > 0; up = tree.parent[up] as number)
    if (BOLD.has(tree.tag[up] as number)) return (tree.end[up] as number) > last;
  return false;
}

/** Blocks of a box beside the text. */
const MOST_BLOCKS = 12;
/** Of the other characters of such a box so many are links. */
const LINKED = 0.6;

/** Fewer of them are a label, whatever it says; behind the text, where no more than so many words follow. */
const LABEL_CHARS = 30;
const TAIL_WORDS = 60;

/** Words of the heading over a call. */
const CALL_WORDS = 10;

/** Whether a box ends with a way out, and the text goes on behind it under another heading. */
function leadsAway(facts: PageFacts, kept: Uint8Array, index: number, to: number): boolean {
  const { tree, blocks } = facts;
  const way = blocks[to - 1] as Block;
  if (wordsOf(facts, index) > CALL_WORDS || way.linkChars < LINKED * way.rawChars) return false;
  const next = blocks[kept.indexOf(1, to)];
  return next !== undefined && isHeading[tree.tag[next.node] as number] === 1;
}

/** Whether a heading opens a small box of links, of one label or with a way out at its end, of which nothing else is kept. */
function isOfEmptyBox(facts: PageFacts, kept: Uint8Array, index: number): boolean {
  const { tree, blocks } = facts;
  const { node } = blocks[index] as Block;
  for (let up = tree.parent[node] as number; up > 0; up = tree.parent[up] as number) {
    const [from, to] = blocksIn(facts, up);
    if (from !== index || to - from > MOST_BLOCKS) return false;
    if (to - from === 1) continue;
    if (kept.subarray(from + 1, to).includes(1)) return false;
    const others = blocks.slice(from + 1, to);
    const chars = others.reduce((sum, block) => sum + block.chars, 0);
    if (chars <= LABEL_CHARS && keptWords(facts, kept, to) <= TAIL_WORDS) return true;
    if (leadsAway(facts, kept, index, to)) return true;
    return others.reduce((sum, block) => sum + block.linkChars, 0) >= LINKED * chars;
  }
  return false;
}

/**
 * Takes out a heading under which nothing is kept: of a box beside the text, or, at the end of it, of what goes on about something else.
 * Several are a list in the guise of headings.
 */
export const dropLoneHeading: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  const isHeadingAt = (index: number): boolean =>
    isHeading[tree.tag[(blocks[index] as Block).node] as number] === 1 || isBoldLabel(facts, index);
  for (const index of keptBlocks(kept))
    if (isHeadingAt(index) && isOfEmptyBox(facts, kept, index)) kept[index] = 0;
  const last = kept.lastIndexOf(1);
  if (last <= 0 || !isHeadingAt(last)) return;
  const before = kept.lastIndexOf(1, last - 1);
  if (before < 0 || isHeadingAt(before) || keptWords(facts, kept, 0, last) < ENOUGH) return;
  kept[last] = 0;
};
