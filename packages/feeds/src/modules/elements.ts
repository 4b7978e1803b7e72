import type { ElementTable } from '../elements.ts';
import { pageAddress } from '../markup/page-address.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { rssText } from '../markup/text-construct.ts';
import type { Spoken } from '../spoken.ts';
import type { XmlNode } from '../xml/node.ts';
import { dublinCoreElements } from './dublin-core.ts';
import { geoElements } from './geo.ts';
import { itunesElements } from './itunes.ts';
import { mediaElements } from './media.ts';

/** Small modules that have an element or two. */
const smallModules: ElementTable = {
  'content:encoded': (node, draft) => {
    const text = rssText(node);
    if (text.value !== '') draft.add(draft.contents, { ...text, type: 'text/html' });
  },
  'xhtml:body': (node, draft) => {
    const text = rssText(node);
    if (text.value !== '') draft.add(draft.contents, { ...text, type: 'application/xhtml+xml' });
  },
  'feedburner:origlink': readOriginal,
  'pheedo:origlink': readOriginal,
  'admin:generatoragent': (node, draft) => {
    const url = resolveAddress(node.attribute('rdf:resource') ?? node.text, node.base);
    if (url !== null) draft.generator ??= { name: url, url, version: null };
  },
  'feedburner:browserfriendly': (node, draft) => draft.setText('subtitle', rssText(node), 9),
};

/** The page behind a link that counts clicks. */
function readOriginal(node: XmlNode, draft: Spoken): void {
  draft.addresses.original ??= pageAddress(node.text, node.base);
}

/** Elements of the modules, which any format may carry. */
export const moduleElements: ElementTable = {
  ...smallModules,
  ...dublinCoreElements,
  ...mediaElements,
  ...geoElements,
  ...itunesElements,
};
