import type { Block } from '../blocks.ts';
import { HIDDEN, hidingOf } from '../hidden.ts';
import type { PageFacts } from '../page-facts.ts';
import { type Hides, hiddenByStyle } from '../page-styles.ts';
import { keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** A body of which this share is hidden is hidden as a whole, and shown by a script. */
const WHOLE = 0.5;

/** Whether an inline element inside of a block hides all its text. */
function isHiddenWithin({ tree }: PageFacts, { node, first, last }: Block, hides: Hides): boolean {
  for (let up = tree.parent[first] as number; up > node; up = tree.parent[up] as number) {
    if ((tree.end[up] as number) <= last) continue;
    if (hidingOf(tree, up) !== null || hides?.(up)) return true;
  }
  return false;
}

/** Whether a block, or an element around it, is hidden by a style sheet; what is known of elements is kept. */
function isHiddenAround(
  { tree }: PageFacts,
  { node }: Block,
  hides: (node: number) => boolean,
  known: Map<number, boolean>,
): boolean {
  const path: number[] = [];
  let isHidden = false;
  for (let up = node; up > 0 && !isHidden; up = tree.parent[up] as number) {
    const said = known.get(up);
    if (said === false) break;
    path.push(up);
    isHidden = said ?? hides(up);
  }
  for (const one of path) known.set(one, isHidden);
  return isHidden;
}

/** Takes out what no reader sees. */
export const dropHidden: Rule = (facts, kept) => {
  const { blocks, elements } = facts;
  const hides = hiddenByStyle(facts.tree, blocks, kept);
  const known = new Map<number, boolean>();
  const isHidden = (index: number): boolean =>
    elements.hidden[(blocks[index] as Block).node] === HIDDEN.always ||
    isHiddenWithin(facts, blocks[index] as Block, hides) ||
    (hides !== null && isHiddenAround(facts, blocks[index] as Block, hides, known));
  const hidden = [...keptBlocks(kept)].filter(isHidden);
  if (hidden.length === 0) return;
  for (const index of hidden) kept[index] = 0;
  const shown = new Set([...keptBlocks(kept)].map((index) => (blocks[index] as Block).text));
  // What is shown as well is hidden as a copy, and goes.
  const alone = hidden.filter((index) => !shown.has((blocks[index] as Block).text));
  const words = alone.reduce((sum, index) => sum + wordsOf(facts, index), 0);
  if (words >= WHOLE * (keptWords(facts, kept) + words)) for (const index of alone) kept[index] = 1;
};
