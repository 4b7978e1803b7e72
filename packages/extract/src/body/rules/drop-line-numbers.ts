import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { countsUp } from '../marks/line-numbers.ts';
import { blocksIn, dropRange, hasTag, keptBlocks, type Rule } from './rule.ts';

const NUMBERS = /^\d{1,5}(?: \d{1,5})*$/;
const CODE = [TAG.code, TAG.pre];
/** Lines are numbered in a cell, or in an element of their own. */
const FURTHEST = 4;

/** Takes out the numbers of lines that stand in a column of their own beside code. */
export const dropLineNumbers: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  const looked = new Set<number>();
  for (const index of keptBlocks(kept)) {
    const { node, text } = blocks[index] as Block;
    if (text.length > 5000 || !NUMBERS.test(text)) continue;
    let up = node;
    for (let level = 0; up > 0 && level < FURTHEST && !looked.has(up); level++) {
      looked.add(up);
      const above = tree.parent[up] as number;
      const next = tree.end[up] as number;
      const isBesideCode =
        next < (tree.end[above] as number) && hasTag(tree, next, tree.end[next] as number, CODE);
      const [from, to] = blocksIn(facts, up);
      if (isBesideCode && isColumn(blocks.slice(from, to))) dropRange(kept, from, to);
      up = above;
    }
  }
};

/** Whether texts count from line to line; one number is a line's as well. */
function isColumn(blocks: readonly Block[]): boolean {
  const numbers = blocks.flatMap(({ text }) => (NUMBERS.test(text) ? text.split(' ') : ['x']));
  return numbers.length === 1 ? numbers[0] === '1' : countsUp(numbers.map(Number));
}
