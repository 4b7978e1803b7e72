import { alternate } from '../finish.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import type { Spoken } from '../spoken.ts';
import type { XmlNode } from '../xml/node.ts';

/** The Channel Definition Format puts address and date into attributes. */
export function readCdfAttributes(node: XmlNode, draft: Spoken): void {
  if (node.attributes.length === 0) return;
  const href = node.attribute('href');
  const address = href === null ? null : resolveAddress(href, node.base);
  if (address !== null) draft.add(draft.links, alternate(address));
  draft.setDate('updated', node.attribute('lastmod') ?? '', 0);
}
