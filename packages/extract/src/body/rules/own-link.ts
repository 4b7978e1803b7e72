import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';

/** Whether the first link of a block leads to a page of the same host. */
export function isOwnLink({ tree, host }: PageFacts, { node, last }: Block): boolean {
  for (let at = node; at <= last; at++) {
    if (tree.tag[at] !== TAG.a) continue;
    const href = tree.attr(at, 'href') ?? '';
    return !/^\w+:|^\/\//.test(href) || URL.parse(href, `https://${host}`)?.hostname === host;
  }
  return false;
}
