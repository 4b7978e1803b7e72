import { NODE, TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { isSkipped } from '../tag-sets.ts';

/** A letter or a digit: what has none says nothing. */
export const SAYS = /[\p{L}\p{N}]/u;

export const NOTHING: ReadonlySet<number> = new Set();

/**
 * The text of a range of nodes, without what is skipped and the elements of a set.
 * @param lineBreak what stands for a `br`
 * @param read the text of one node
 */
export function textOf(
  tree: Tree,
  from: number,
  to: number,
  without: ReadonlySet<number> = NOTHING,
  lineBreak = ' ',
  read = (node: number): string => tree.text(node),
): string {
  let text = '';
  for (let node = from; node < to; node++) {
    const tag = tree.tag[node] as number;
    if (tree.kind[node] === NODE.text) text += read(node);
    else if (isSkipped[tag] || without.has(node)) node = (tree.end[node] as number) - 1;
    else if (tag === TAG.br) text += lineBreak;
  }
  return text;
}

/** Whether a range of nodes has a text that is not white space. */
export function hasText(tree: Tree, from: number, to: number): boolean {
  for (let node = from; node < to; node++)
    if (tree.kind[node] === NODE.text && !tree.isBlank(node)) return true;
  return false;
}

/** The outermost inline element that begins with a block, or its first text. */
export function startOf(tree: Tree, { first, node }: Block): number {
  let start = first;
  for (let up = tree.parent[start] as number; up > node; up = tree.parent[up] as number) {
    if (hasText(tree, up, start)) break;
    start = up;
  }
  return start;
}

/** The first and the last text of a block that lie in none of some elements. */
export function textsWithout(
  tree: Tree,
  block: Block,
  marks: ReadonlySet<number>,
): { readonly first: number; readonly last: number } {
  let first = block.last + 1;
  let last = block.last;
  for (let node = startOf(tree, block); node <= block.last; node++) {
    if (marks.has(node)) node = (tree.end[node] as number) - 1;
    else if (tree.kind[node] === NODE.text && !tree.isBlank(node)) {
      first = Math.min(first, node);
      last = node;
    }
  }
  return { first, last };
}

/** The text of a block without some elements, white space collapsed. */
export function textWithout(tree: Tree, block: Block, marks: ReadonlySet<number>): string {
  const { first, last } = textsWithout(tree, block, marks);
  return textOf(tree, first, last + 1, marks)
    .replace(/\s+/g, ' ')
    .trim();
}
