import { TAG, type Tree } from '@nashra/html';

/** Where a headline of another piece stands, an h1 of the same class as the page's own; -1 without one. */
function nextHeadline(tree: Tree, headline: number): number {
  if (tree.tag[headline] !== TAG.h1) return -1;
  const next = tree.tag.indexOf(TAG.h1, tree.end[headline]);
  const name = tree.attr(headline, 'class');
  return next > 0 && next < tree.size && name && tree.attr(next, 'class') === name ? next : -1;
}

/** Where the main part of the page ends that the headline lies in, or the next article begins in it; the page's end without either. */
export function endOfArticle(tree: Tree, headline: number): number {
  let up = headline;
  while (up > 0 && tree.tag[up] !== TAG.main) up = tree.parent[up] as number;
  const end = up > 0 ? (tree.end[up] as number) : tree.size;
  const next = nextHeadline(tree, headline);
  return next < 0 ? end : Math.min(end, next);
}
