import { NODE, TAG, type Tree } from '@nashra/html';
import { isInline } from '../node-text.ts';

/** Nodes before a byline among which the link lies that it belongs to, and bytes of a headline. */
const LINK_GAP = 8;
const HEADLINE = 18;

/** Whether a line stands right below a link that is as long as a headline, or right above it: another piece's. */
export function isAtLink(tree: Tree, line: number): boolean {
  for (let node = line + 1; node < Math.min(tree.size, line + LINK_GAP); node++) {
    if (tree.kind[node] === NODE.text && !tree.isBlank(node) && tree.textSize(node) >= HEADLINE)
      if (isLinked(tree, node)) return true;
  }
  return isBelowLink(tree, line);
}

/** Whether a line stands right below a link that is as long as a headline. */
export function isBelowLink(tree: Tree, line: number): boolean {
  for (let node = line - 1; node > Math.max(0, line - LINK_GAP); node--) {
    if (tree.kind[node] !== NODE.text || tree.isBlank(node)) continue;
    return isLinked(tree, node) && tree.textSize(node) >= HEADLINE;
  }
  return false;
}

function isLinked(tree: Tree, text: number): boolean {
  let up = tree.parent[text] as number;
  while (up > 0 && tree.tag[up] !== TAG.a && isInline(tree.tag[up] as number))
    up = tree.parent[up] as number;
  return tree.tag[up] === TAG.a;
}
