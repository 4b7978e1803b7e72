import { attributeId, rowOf, TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { Group } from '../groups.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import { dropRange, keptBlocks, keptWords, type Rule } from './rule.ts';

const ROLE = attributeId('role');
const STEPS_UP = 6;
const LINKED = 0.5;
/** Kept words before such a box, and behind it. */
const ENOUGH = 40;
const FEW = 20;

/** Whether an element around a block is said to be for finding one's way. */
function isInNavigation(tree: Tree, { node }: Block): boolean {
  let up = node;
  for (let step = 0; step < STEPS_UP && up > 0; step++) {
    const row = rowOf(tree, up, ROLE);
    if (row >= 0 && /^\s*navigation\s*$/i.test(tree.attrValue(row))) return true;
    up = tree.parent[up] as number;
  }
  return false;
}

/** Whether a table holds rows of links to other pages, several in a cell, and little besides: no cell of data has these. */
function isOfLinks({ tree, blocks, listOf }: PageFacts, group: Group): boolean {
  const { first, last, chars, linkChars } = group;
  if (tree.tag[listOf[first] as number] !== TAG.table || linkChars < LINKED * chars) return false;
  let rows = 0;
  for (let index = first; index <= last; index++) {
    const block = blocks[index] as Block;
    if (block.links >= 2 && linkDensity(block) >= LINKED) rows++;
  }
  return rows >= 2;
}

/** Takes out what leads to other pages of a work below its text: parts named so, and tables of links. */
export const dropNavigation: Rule = (facts, kept) => {
  const { tree, blocks, listOf, lists } = facts;
  let seen: Group | undefined;
  for (const index of keptBlocks(kept)) {
    const block = blocks[index] as Block;
    if (block.links === 0) continue;
    if (linkDensity(block) >= LINKED && isInNavigation(tree, block)) kept[index] = 0;
    if (listOf[index] === 0) continue;
    const group = lists[index] as Group;
    if (group === seen) continue;
    seen = group;
    if (!isOfLinks(facts, group)) continue;
    const end = group.last + 1;
    if (keptWords(facts, kept, 0, group.first) < ENOUGH) continue;
    if (keptWords(facts, kept, end) <= FEW) dropRange(kept, group.first, end);
  }
};
