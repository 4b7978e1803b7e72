import { isOfMany } from '@nashra/address';
import type { Tree } from '@nashra/html';
import { blocksOf } from './blocks.ts';
import { headingIn, isHeadline, linesOf, MOST_CHARS } from './page-text.ts';
import { type PageLink, readLinks } from './read-links.ts';

/** A page that a list shows, with the links that lead to it, in the order of the list. */
export interface ListedPage {
  readonly address: string;
  readonly pattern: string;
  readonly links: readonly PageLink[];
  /** The longest text of its headed links, else of all; empty for pictures alone. */
  readonly headline: string;
}

/** Nodes of a block in which its heading is looked for. */
const MOST_NODES = 300;

/** The pages of its own site that a page links to, each once. */
export function listedPages(tree: Tree, url: string): ListedPage[] {
  const byAddress = Map.groupBy(readLinks(tree, url), ({ address }) => address);
  const pages = [...byAddress].map(([address, links]) => {
    const pattern = links[0]?.pattern ?? '';
    return { address, pattern, links, headline: longestOf(links) };
  });
  return withHeadings(tree, pages);
}

function longestOf(links: readonly PageLink[]): string {
  const spoken = links.filter(({ text }) => isHeadline(text));
  const headed = spoken.filter(({ isHeaded }) => isHeaded);
  const [best] = (headed.length > 0 ? headed : spoken).toSorted(
    (a, b) => b.text.length - a.text.length,
  );
  return best?.text ?? links.find(({ text }) => text !== '')?.text ?? '';
}

/** Where a picture or «read more» is all that links to a page, the heading of its block speaks for it. */
function withHeadings(tree: Tree, pages: readonly ListedPage[]): ListedPage[] {
  const many = pages.filter(({ pattern }) => isOfMany(pattern));
  const blocks = blocksOf(tree, many);
  const headingOf = new Map(
    many.flatMap((page, at) => {
      const block = blocks[at] as number;
      if (isHeadline(page.headline)) return [];
      const heading = headingIn(tree, block, MOST_NODES);
      const text = heading < 0 ? '' : linesOf(tree, heading).join(' ').slice(0, MOST_CHARS);
      return isHeadline(text) ? [[page, text] as const] : [];
    }),
  );
  return pages.map((page) => ({ ...page, headline: headingOf.get(page) ?? page.headline }));
}
