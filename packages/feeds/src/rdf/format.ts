import { readChildren } from '../elements.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { channelElements, itemElements } from '../rss/format.ts';
import type { XmlFormat } from '../xml-format.ts';

/** RSS 0.90 and RSS 1.0: RDF, with items beside the channel and resources named by `rdf:about`. */
export const rdfFormat: XmlFormat = {
  name: 'rdf',
  roots: ['rdf'],
  entryTags: ['item', 'entry'],
  version: (root) => (root.scope.binds('/rdf/simple/0.9') ? '0.90' : '1.0'),
  readEntry: (node, draft) => {
    const about = node.attribute('rdf:about') ?? node.attribute('about');
    draft.addresses.about = about === null ? null : resolveAddress(about, node.base);
    readChildren(node, draft, itemElements);
  },
  readFeed: (root, draft) => {
    for (const node of root.children) {
      // The channel points at its image by reference; the picture itself lies beside it.
      if (node.tag === 'image') channelElements.get('image')?.(node, draft);
    }
    const channel = root.child('channel');
    draft.language = channel?.language ?? root.language;
    if (channel) readChildren(channel, draft, channelElements);
  },
};
