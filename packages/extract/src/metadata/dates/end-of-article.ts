import { TAG, type Tree } from '@nashra/html';

/** Where the main part of the page ends that the headline lies in; the page's end without one. */
export function endOfArticle({ tag, parent, end, size }: Tree, headline: number): number {
  let up = headline;
  while (up > 0 && tag[up] !== TAG.main) up = parent[up] as number;
  return up > 0 ? (end[up] as number) : size;
}
