import type { Tree } from './tree.ts';

/** The texts of a subtree one after the other, as the DOM has them: scripts, styles and white space included. */
export function textContent(tree: Tree, node: number): string {
  let content = '';
  for (let i = node; i < (tree.end[node] as number); i++) content += tree.text(i);
  return content;
}
