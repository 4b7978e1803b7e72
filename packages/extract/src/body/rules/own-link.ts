import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkAround, linksIn } from './links.ts';

/** Whether the first link of a block, in it or around it, leads to a page of the same host. */
export function isOwnLink({ tree, host }: PageFacts, block: Block): boolean {
  const link = linksIn(tree, block)[0] ?? linkAround(tree, block);
  if (link === 0) return false;
  return isOwnAddress(tree.attr(link, 'href'), host);
}

/** Whether a link's address leads to a page of a host from another one of it. */
export function isOwnAddress(href = '', host: string): boolean {
  if (href.startsWith('#')) return false;
  const named = /^\s*(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(href)?.[1];
  return named === undefined ? !/^\s*\w+:/.test(href) : named.toLowerCase() === host;
}
