import { TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';

/** Elements between a text and the link around it. */
const STEPS_UP = 3;

/** The links in a block. What a pair of breaks parts shares its element with others' links. */
export function linksIn(tree: Tree, { node, first, last }: Block): number[] {
  const links: number[] = [];
  for (let at = node; at <= last; at++)
    if (tree.tag[at] === TAG.a && (tree.end[at] as number) > first) links.push(at);
  return links;
}

/** The link that lies around a block, a few elements up; 0 without one. */
export function linkAround({ tag, parent }: Tree, { node }: Block): number {
  let up = parent[node] as number;
  for (let step = 0; step < STEPS_UP && up > 0; step++) {
    if (tag[up] === TAG.a) return up;
    up = parent[up] as number;
  }
  return 0;
}
