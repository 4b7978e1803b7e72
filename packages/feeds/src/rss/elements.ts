import { readOwnLink } from '../atom/link.ts';
import { personConstruct } from '../atom/person.ts';
import type { ElementTable } from '../elements.ts';
import type { FeedImage } from '../feed.ts';
import { pageAddress } from '../markup/page-address.ts';
import { shownLine } from '../markup/plain-text.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { rssText, rssTitle } from '../markup/text-construct.ts';
import { pixels } from '../modules/media.ts';
import { personOf } from '../modules/person.ts';
import type { Spoken } from '../spoken.ts';
import type { XmlNode } from '../xml/node.ts';

/** Elements of RSS 0.90 to 2.0 that channels and items share. */
const sharedElements: ElementTable = {
  title: (node, draft) => draft.setText('title', rssTitle(node), 0),
  link: readOwnLink,
  category: (node, draft) =>
    draft.addCategory({
      term: shownLine(node.attribute('term') ?? node.text),
      scheme: node.attribute('domain') ?? node.attribute('scheme'),
      label: node.attribute('label'),
    }),
  tags: (node, draft) => {
    for (const term of node.text.split(',')) {
      draft.addCategory({ term: shownLine(term), scheme: null, label: null });
    }
  },
  pubdate: (node, draft) => draft.setDate('published', node.text, 0),
  date: (node, draft) => draft.setDate('published', node.text, 8),
  copyright: (node, draft) => draft.setText('rights', rssText(node), 0),
  author: readAuthor,
  language: (node, draft) => {
    draft.language = node.text || draft.language;
  },
  image: (node, draft) => {
    const image = imageOf(node);
    if (!image) return;
    draft.addImage(image.url, image);
    draft.image ??= image;
  },
};

export const rssItemElements: ElementTable = {
  ...sharedElements,
  description: (node, draft) => draft.setText('summary', rssText(node), 0),
  abstract: (node, draft) => draft.setText('summary', rssText(node), 1),
  summary: readSummary,
  fullitem: readBody,
  body: readBody,
  guid: readGuid,
  comments: (node, draft) => {
    draft.addresses.comments ??= resolveAddress(node.text, node.base);
  },
  enclosure: readEnclosure,
  lastbuilddate: (node, draft) => draft.setDate('updated', node.text, 3),
};

export const rssChannelElements: ElementTable = {
  ...sharedElements,
  description: (node, draft) => draft.setText('subtitle', rssText(node), 0),
  abstract: (node, draft) => draft.setText('subtitle', rssText(node), 1),
  lastbuilddate: (node, draft) => draft.setDate('updated', node.text, 0),
  managingeditor: readAuthor,
  webmaster: (node, draft) => {
    draft.publisher ??= personOf(node.text);
  },
  generator: (node, draft) => {
    draft.generator ??= { name: node.text, url: null, version: null };
  },
};

function readAuthor(node: XmlNode, draft: Spoken): void {
  const person = personConstruct(node);
  if (person) draft.add(draft.authors, person);
}

/** `summary` beside `description` is the longer one that some publishers call so. */
function readSummary(node: XmlNode, draft: Spoken): void {
  if (draft.wants('summary', 2)) draft.setText('summary', rssText(node), 2);
  else readBody(node, draft);
}

function readBody(node: XmlNode, draft: Spoken): void {
  const text = rssText(node);
  if (text.value !== '') draft.add(draft.contents, { ...text, type: 'text/html' });
}

/** A guid is the item's address unless it says otherwise (RSS 2.0). */
function readGuid(node: XmlNode, draft: Spoken): void {
  const text = node.text;
  if (text === '') return;
  const isAddress = (node.attribute('ispermalink') ?? 'true').trim().toLowerCase() !== 'false';
  const address =
    isAddress && /^(?:https?:|www\.|\.{0,2}\/)/i.test(text) ? pageAddress(text, node.base) : null;
  draft.id = address ?? text;
  draft.addresses.guid = address;
}

function readEnclosure(node: XmlNode, draft: Spoken): void {
  const address = node.attribute('url') ?? node.attribute('href') ?? node.text;
  const url = address === '' ? null : resolveAddress(address, node.base);
  if (url === null) return;
  const type = node.attribute('type');
  draft.add(draft.enclosures, { url, type, length: node.attribute('length') });
  if (type?.startsWith('image') || (!type && /\.(?:jpe?g|png|gif|webp)$/i.test(url))) {
    draft.addImage(url);
  }
}

/** The channel's image (RSS 2.0), an item's of the same make, or RDF's that points elsewhere. */
function imageOf(node: XmlNode): FeedImage | null {
  const part = (tag: string) => node.child(tag)?.text || null;
  const address =
    part('url') ??
    node.attribute('rdf:resource') ??
    node.attribute('href') ??
    (node.children.length === 0 ? node.text : '');
  const url = address === '' ? null : resolveAddress(address, node.base);
  if (url === null) return null;
  const link = part('link');
  return {
    url,
    title: part('title'),
    caption: part('description'),
    link: link === null ? null : resolveAddress(link, node.base),
    width: pixels(part('width')),
    height: pixels(part('height')),
  };
}
