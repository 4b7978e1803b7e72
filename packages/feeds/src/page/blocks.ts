import type { Tree } from '@nashra/html';

/** A page, by the nodes of the links that lead to it. */
interface Linked {
  readonly links: readonly { readonly node: number }[];
}

const SEVERAL = -1;

/** Of each page the largest element that links to it and to none of the others: the block that speaks of it alone. */
export function blocksOf(tree: Tree, pages: readonly Linked[]): number[] {
  const owner = new Int32Array(tree.size);
  pages.forEach(({ links }, page) => {
    for (const { node } of links) claim(tree, owner, node, page + 1);
  });
  return pages.map(({ links }, page) => {
    // The largest, since one of several blocks may be but a picture.
    const tops = links.map(({ node }) => topOf(tree, owner, node, page + 1));
    const [top] = tops.toSorted((a, b) => sizeOf(tree, b) - sizeOf(tree, a));
    return top ?? 0;
  });
}

const sizeOf = (tree: Tree, node: number) => (tree.end[node] as number) - node;

/** Above an element of several all are of several. */
function claim(tree: Tree, owner: Int32Array, node: number, page: number): void {
  for (let at = node; at >= 0; at = tree.parent[at] as number) {
    const of = owner[at] as number;
    if (of === SEVERAL || of === page) return;
    owner[at] = of === 0 ? page : SEVERAL;
  }
}

function topOf(tree: Tree, owner: Int32Array, node: number, page: number): number {
  let top = node;
  for (let at = node; at >= 0 && owner[at] === page; at = tree.parent[at] as number) top = at;
  return top;
}
