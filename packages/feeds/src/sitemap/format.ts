import { combine, type ElementTable, readChildren } from '../elements.ts';
import { alternate } from '../finish.ts';
import { pageAddress } from '../markup/page-address.ts';
import { oneLine } from '../markup/plain-text.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import type { Spoken } from '../spoken.ts';
import type { XmlNode } from '../xml/node.ts';
import type { XmlFormat } from '../xml-format.ts';
import { readImage, readNews, readVideo } from './extensions.ts';

const elements: ElementTable = {
  loc: (node, draft) => {
    const address = pageAddress(node.text, node.base);
    if (address === null) return;
    draft.id ??= address;
    draft.add(draft.links, alternate(address));
  },
  lastmod: (node, draft) => draft.setDate('updated', node.text, 0),
  changefreq: () => {},
  priority: () => {},
  'xhtml:link': readTranslation,
  'image:image': readImage,
  'news:news': readNews,
  'video:video': readVideo,
};
const urlElements = combine(elements);

/** The same page in another language: an alternate that is not this entry's address. */
function readTranslation(node: XmlNode, draft: Spoken): void {
  const href = resolveAddress(node.attribute('href') ?? '', node.base);
  if (href === null) return;
  const hreflang = oneLine(node.attribute('hreflang') ?? '') || null;
  draft.add(draft.links, { ...alternate(href), rel: 'translation', hreflang });
}

const readEntry = (node: XmlNode, draft: Spoken) => readChildren(node, draft, urlElements);

/** Sitemaps (sitemaps.org 0.9) with Google's news, image and video extensions. */
export const sitemapFormat: XmlFormat = {
  name: 'sitemap',
  roots: ['urlset'],
  // Some write the members of an index under the root of a list, or call them as those of a list.
  entryTags: ['url', 'sitemap'],
  version: () => '0.9',
  readEntry,
  readFeed: () => {},
};

/** An index of sitemaps: its entries become the feed's `sitemaps`. */
export const sitemapIndexFormat: XmlFormat = {
  ...sitemapFormat,
  name: 'sitemapindex',
  roots: ['sitemapindex'],
};
