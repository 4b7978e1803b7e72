import type { Tree } from './tree.ts';

/** The row of an element's attribute with this id; -1 without one. Costs no string. */
export function rowOf(tree: Tree, node: number, id: number): number {
  const to = tree.attrTo(node);
  for (let row = tree.attrFrom(node); row < to; row++) if (tree.attrId(row) === id) return row;
  return -1;
}
