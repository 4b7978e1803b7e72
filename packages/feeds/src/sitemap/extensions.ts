import { oneLine } from '../markup/plain-text.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { rssTitle } from '../markup/text-construct.ts';
import type { Spoken } from '../spoken.ts';
import type { XmlNode } from '../xml/node.ts';

const partOf = (node: XmlNode, tag: string) => node.child(tag)?.text || null;

/** Google News: the title and the date of publication come with the address. */
export function readNews(node: XmlNode, draft: Spoken): void {
  const publication = node.child('news:publication');
  const keywords = (partOf(node, 'news:keywords') ?? '').split(',').map(oneLine).filter(Boolean);
  const title = node.child('news:title');
  if (title) draft.setText('title', rssTitle(title), 0);
  draft.setDate('published', partOf(node, 'news:publication_date') ?? '', 0);
  const language = publication ? partOf(publication, 'news:language') : null;
  draft.language = language;
  draft.news = {
    publication: publication ? partOf(publication, 'news:name') : null,
    language,
    title: title?.text || null,
    keywords,
  };
  for (const term of keywords) draft.addCategory({ term, scheme: null, label: null });
}

export function readImage(node: XmlNode, draft: Spoken): void {
  const url = resolveAddress(partOf(node, 'image:loc') ?? '', node.base);
  if (url === null) return;
  const title = partOf(node, 'image:title');
  draft.addImage(url, { title, caption: partOf(node, 'image:caption') });
}

export function readVideo(node: XmlNode, draft: Spoken): void {
  const address = partOf(node, 'video:content_loc') ?? partOf(node, 'video:player_loc');
  const url = address === null ? null : resolveAddress(address, node.base);
  if (url !== null) draft.add(draft.enclosures, { url, type: 'video/*', length: null });
  const thumbnail = partOf(node, 'video:thumbnail_loc');
  const image = thumbnail === null ? null : resolveAddress(thumbnail, node.base);
  if (image !== null) {
    draft.addImage(image, { title: partOf(node, 'video:title') });
  }
}
