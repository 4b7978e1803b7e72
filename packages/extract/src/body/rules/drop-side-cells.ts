import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { blocksIn, dropRange, keptBlocks, keptWords, type Rule } from './rule.ts';

/** Of the kept words, a table's cell that is the page's column has this share, and a column beside it at most that. */
const MOSTLY = 0.7;
const FEW = 0.2;
/** Kept blocks of a column of text. */
const FEWEST = 3;

/** Takes out the columns beside the text where the page is laid out as a table: its menu, its boxes. */
export const dropSideCells: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  const all = keptWords(facts, kept);
  let looked = 0;
  for (const index of keptBlocks(kept)) {
    const { node } = blocks[index] as Block;
    let cell = node;
    while (cell > 0 && tree.tag[cell] !== TAG.td) cell = tree.parent[cell] as number;
    if (cell <= 0 || cell === looked) continue;
    looked = cell;
    const [from, to] = blocksIn(facts, cell);
    let count = 0;
    for (let at = from; at < to; at++) count += kept[at] as number;
    if (count < FEWEST || keptWords(facts, kept, from, to) < MOSTLY * all) continue;
    const row = tree.parent[cell] as number;
    const end = tree.end[row] as number;
    for (let side = row + 1; side < end; side = tree.end[side] as number) {
      if (side === cell || tree.tag[side] !== TAG.td) continue;
      const range = blocksIn(facts, side);
      if (keptWords(facts, kept, ...range) <= FEW * all) dropRange(kept, ...range);
    }
    return;
  }
};
