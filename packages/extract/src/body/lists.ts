import { type Arena, TAG, type Tree } from '@nashra/html';
import type { Weights } from './containers.ts';

/** A list or table with more of the page's prose than this is the page's frame. */
const FRAME = 0.5;

const isList = new Uint8Array(0x10000);
for (const tag of [TAG.ul, TAG.ol, TAG.dl, TAG.table]) isList[tag] = 1;

/** For each node the outermost list or table that it lies in, 0 when it lies in none; layout tables are none. */
export function findLists(tree: Tree, { mass, total }: Weights, memory: Arena): Int32Array {
  const lists = memory.ints(tree.size);
  for (let node = 1; node < tree.size; node++) {
    const above = lists[tree.parent[node] as number] as number;
    if (above !== 0) lists[node] = above;
    else if (isList[tree.tag[node] as number] && (mass[node] as number) <= FRAME * total) {
      lists[node] = node;
    }
  }
  return lists;
}
