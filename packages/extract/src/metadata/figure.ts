import { TAG, type Tree } from '@nashra/html';

/** Elements between a caption's text and its figure. */
const FIGURE_STEPS = 4;

/** Whether a text stands in a figure: it tells of the picture, who took that and when. */
export function isOfFigure(tree: Tree, node: number): boolean {
  let up = tree.parent[node] as number;
  for (let step = 0; step < FIGURE_STEPS && up > 0; step++) {
    if (tree.tag[up] === TAG.figcaption || tree.tag[up] === TAG.figure) return true;
    up = tree.parent[up] as number;
  }
  return false;
}
