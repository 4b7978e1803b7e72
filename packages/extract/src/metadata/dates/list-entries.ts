import { TAG, type Tree } from '@nashra/html';

const STEPS_UP = 4;
/** Nodes of an item that are looked at. */
const MAX_ITEM = 60;

/**
 * True for what stands in an item of a list beside a link: such a day is likely the linked piece's. A link around it is
 * but its own address.
 */
export function isOfEntry(tree: Tree, node: number): boolean {
  let item = tree.parent[node] as number;
  for (let step = 0; step < STEPS_UP && item > 0 && tree.tag[item] !== TAG.li; step++) {
    item = tree.parent[item] as number;
  }
  if (item <= 0 || tree.tag[item] !== TAG.li) return false;
  const end = Math.min(tree.end[item] as number, item + MAX_ITEM);
  for (let inside = item + 1; inside < end; inside++) {
    const isAround = inside < node && node < (tree.end[inside] as number);
    if (tree.tag[inside] === TAG.a && !isAround) return true;
  }
  return false;
}
