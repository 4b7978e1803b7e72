import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';

/** Elements between a link and the heading in it. */
const STEPS_UP = 3;

/** Whether the first link of a block, in it or around it, leads to a page of the same host. */
export function isOwnLink({ tree, host }: PageFacts, { node, first, last }: Block): boolean {
  let link = 0;
  // What a pair of breaks parts shares its element with others' links.
  for (let at = node; at <= last && link === 0; at++)
    if (tree.tag[at] === TAG.a && (tree.end[at] as number) > first) link = at;
  let up = tree.parent[node] as number;
  for (let step = 0; step < STEPS_UP && link === 0 && up > 0; step++) {
    if (tree.tag[up] === TAG.a) link = up;
    up = tree.parent[up] as number;
  }
  if (link === 0) return false;
  return isOwnAddress(tree.attr(link, 'href'), host);
}

/** Whether a link's address leads to a page of a host from another one of it. */
export function isOwnAddress(href = '', host: string): boolean {
  if (href.startsWith('#')) return false;
  const named = /^\s*(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(href)?.[1];
  return named === undefined ? !/^\s*\w+:/.test(href) : named.toLowerCase() === host;
}
