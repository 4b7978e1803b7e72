import { NODE, TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { hidingOf } from '../hidden.ts';
import { linkDensity } from '../prose.ts';

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

/** Of a line with labels that only those who hear the page get, at least so much is links. */
const WITH_LABELS = 0.5;

/** Whether what is seen of a block is links, all but a rest: «list 1 of 3» before one is for those who hear the page. */
export function isLinked(tree: Tree, block: Block, share: number): boolean {
  const density = linkDensity(block);
  if (density >= share || density < WITH_LABELS) return density >= share;
  return block.linkChars >= share * (block.rawChars - unseenChars(tree, block));
}

/** Characters of a block in inline elements that hide them from the eyes. */
function unseenChars(tree: Tree, { node, first, last }: Block): number {
  let chars = 0;
  for (let at = Math.max(first, node); at <= last; at++) {
    const up = tree.parent[at] as number;
    if (tree.kind[at] !== NODE.text || up <= node || hidingOf(tree, up) !== 'eyes') continue;
    chars += tree.text(at).trim().length;
  }
  return chars;
}
