import type { ElementTable } from '../elements.ts';
import type { FeedText } from '../feed.ts';
import { looksLikeHtml } from '../markup/plain-text.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { rssText } from '../markup/text-construct.ts';
import type { Spoken } from '../spoken.ts';
import type { XmlNode } from '../xml/node.ts';
import { elementOf } from './extension.ts';

/** Media RSS 1.5.1, groups included: what a group or a content says, it says of the entry. */
export const mediaElements: ElementTable = {
  'media:group': readGroup,
  'media:content': readContent,
  'media:thumbnail': (node, draft) => readImage(node, draft),
  'media:title': (node, draft) => draft.setText('title', mediaText(node), 5),
  'media:description': (node, draft) => draft.setText('summary', mediaText(node), 6),
  'media:keywords': (node, draft) => {
    for (const term of node.text.split(',')) {
      draft.addCategory({ term: term.trim(), scheme: null, label: null });
    }
  },
  'media:category': (node, draft) =>
    draft.addCategory({
      term: node.text,
      scheme: node.attribute('scheme') ?? 'http://search.yahoo.com/mrss/category_schema',
      label: node.attribute('label'),
    }),
};

function mediaText(node: XmlNode): FeedText {
  const text = rssText(node);
  const isPlain = node.attribute('type') !== 'html' && !looksLikeHtml(text.value);
  return { ...text, type: isPlain ? 'text/plain' : 'text/html' };
}

function readGroup(node: XmlNode, draft: Spoken): void {
  for (const child of node.children) {
    const read = Object.hasOwn(mediaElements, child.tag) ? mediaElements[child.tag] : undefined;
    if (read) read(child, draft);
    else draft.add(draft.extensions, elementOf(child));
  }
}

function readContent(node: XmlNode, draft: Spoken): void {
  const type = node.attribute('type');
  const medium = node.attribute('medium') ?? type?.split('/', 1)[0] ?? '';
  const address = node.attribute('url');
  if (
    medium === 'image' ||
    (medium === '' && /\.(?:jpe?g|png|gif|webp|avif)(?:\?|$)/i.test(address ?? ''))
  ) {
    readImage(node, draft);
  } else if (address !== null) {
    const url = resolveAddress(address, node.base);
    const length = node.attribute('filesize');
    if (url !== null) draft.add(draft.enclosures, { url, type, length });
  }
  readGroup(node, draft);
}

function readImage(node: XmlNode, draft: Spoken): void {
  const address = node.attribute('url') ?? node.text;
  const url = address === '' ? null : resolveAddress(address, node.base);
  if (url === null) return;
  draft.addImage(url, {
    title: node.child('media:title')?.text ?? null,
    caption: node.child('media:description')?.text ?? null,
    width: pixels(node.attribute('width')),
    height: pixels(node.attribute('height')),
  });
}

export function pixels(text: string | null | undefined): number | null {
  const value = Number.parseInt(text ?? '', 10);
  return value > 0 ? value : null;
}
