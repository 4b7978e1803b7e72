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

/**
 * Whether every kept block between marks lies in an item of the root that a mark is in, or right after a mark.
 * @param isLed tells what may stand before a mark too
 */
export function isAllItems(
  facts: PageFacts,
  kept: Uint8Array,
  root: number,
  marks: readonly number[],
  isLed: (index: number) => boolean = () => false,
): boolean {
  const { tree, blocks } = facts;
  const isMark = new Set(marks);
  let end = 0;
  let after = -1;
  for (let index = marks[0] as number; index <= (marks[marks.length - 1] as number); index++) {
    if (isMark.has(index)) {
      end = tree.end[itemOf(facts, root, index)] as number;
      after = index + 1;
    } else if (kept[index] && (blocks[index] as Block).first >= end && index !== after)
      if (!isLed(index)) return false;
  }
  return true;
}
