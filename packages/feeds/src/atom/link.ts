import type { FeedLink } from '../feed.ts';
import { pageAddress } from '../markup/page-address.ts';
import type { Spoken } from '../spoken.ts';
import type { XmlNode } from '../xml/node.ts';

/** A link (RFC 4287 §4.2.7); the address may stand between the tags, where RSS has it. */
export function linkOf(node: XmlNode): FeedLink | null {
  const href = pageAddress(
    node.attribute('href') ?? node.child('a')?.attribute('href') ?? node.text,
    node.base,
  );
  if (href === null) return null;
  return {
    href,
    rel: registeredRelation(node.attribute('rel')),
    type: node.attribute('type'),
    title: node.attribute('title'),
    hreflang: node.attribute('hreflang'),
    length: node.attribute('length'),
  };
}

/** RFC 4287 §4.2.7.2 lets a registered relation be written as an address. */
function registeredRelation(written: string | null): string {
  const relation = written?.trim() ?? '';
  if (relation === '') return 'alternate';
  // Several at once, as HTML has them.
  if (/\balternate\b/i.test(relation) && /[A-Z\s]/.test(relation)) return 'alternate';
  return relation.replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '');
}

/** RSS's own link, which beats those that other vocabularies give an item. */
export function readOwnLink(node: XmlNode, draft: Spoken): void {
  const link = linkOf(node);
  if (link?.rel === 'alternate' && link.type === null) draft.addresses.link ??= link.href;
  if (link !== null) addLink(link, draft);
}

export function readLink(node: XmlNode, draft: Spoken): void {
  const link = linkOf(node);
  if (link !== null) addLink(link, draft);
}

function addLink(link: FeedLink, draft: Spoken): void {
  draft.add(draft.links, link);
  if (link.rel === 'enclosure') {
    draft.add(draft.enclosures, { url: link.href, type: link.type, length: link.length });
    if (link.type?.startsWith('image/')) {
      draft.addImage(link.href, { title: link.title });
    }
  }
}
