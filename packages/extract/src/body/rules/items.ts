import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';

/** The innermost element around two blocks. */
export function rootOf({ tree, blocks }: PageFacts, first: number, last: number): number {
  let root = (blocks[first] as Block).node;
  while ((tree.end[root] as number) <= (blocks[last] as Block).first)
    root = tree.parent[root] as number;
  return root;
}

/** The node right below the root that a block's text lies in. */
export function itemOf({ tree, blocks }: PageFacts, root: number, index: number): number {
  let item = (blocks[index] as Block).first;
  while ((tree.parent[item] as number) > root) item = tree.parent[item] as number;
  return item;
}

/** Characters of a name before a mark. */
const NAME_CHARS = 40;

/** Whether every kept block between marks lies in an item of the root that a mark is in, right after a mark, or is a name before one. */
export function isAllItems(
  facts: PageFacts,
  kept: Uint8Array,
  root: number,
  marks: readonly number[],
): boolean {
  const { blocks } = facts;
  const isMark = new Set(marks);
  const items = new Set(marks.map((mark) => itemOf(facts, root, mark)));
  let after = -1;
  for (let index = marks[0] as number; index <= (marks[marks.length - 1] as number); index++) {
    const isName = isMark.has(index + 1) && (blocks[index] as Block).chars <= NAME_CHARS;
    if (isMark.has(index)) after = index + 1;
    else if (kept[index] && index !== after && !isName && !items.has(itemOf(facts, root, index)))
      return false;
  }
  return true;
}
