import { NODE, TAG, type Tree } from '@nashra/html';
import { resolveAddress } from '../markup/resolve-address.ts';
import { linesOf } from './page-text.ts';

export interface AboutPage {
  readonly title: string;
  /** As the page says it; null where it does not. */
  readonly language: string | null;
  /** The page of older headlines; null for none. */
  readonly next: string | null;
}

/** What a page says of itself. */
export function aboutPage(tree: Tree, url: string): AboutPage {
  let title = '';
  let language: string | null = null;
  let next: string | null = null;
  for (let node = 1; node < tree.size; node++) {
    if (tree.kind[node] !== NODE.element) continue;
    const tag = tree.tag[node];
    if (tag === TAG.html) language = tree.attr(node, 'lang')?.trim() || null;
    else if (tag === TAG.title) title ||= linesOf(tree, node).join(' ');
    else if ((tag === TAG.link || tag === TAG.a) && next === null && isNext(tree, node))
      next = resolveAddress(tree.attr(node, 'href') ?? '', url);
  }
  return { title, language, next };
}

const isNext = (tree: Tree, node: number) =>
  /(?:^|\s)next(?:\s|$)/i.test(tree.attr(node, 'rel') ?? '');
