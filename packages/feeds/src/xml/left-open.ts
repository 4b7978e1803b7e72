import type { XmlNode } from './node.ts';

/** Elements that say all they say in attributes. */
const HOLLOW = new Set(['enclosure', 'link', 'atom:link']);

/** Whether an element can hold no other: `<enclosure url="…">` and `<link href="…">`, which some do not close. */
export function isHollow(node: XmlNode): boolean {
  if (node.attributes.length === 0 || !HOLLOW.has(node.tag)) return false;
  return (node.attribute('href') ?? node.attribute('url')) !== null;
}

/** Fields of entries that are one line or one value, so that no other field stands within them. */
const FIELDS = new Set(
  'title link guid id author category pubdate published updated description summary comments dc:creator dc:date loc lastmod'.split(
    ' ',
  ),
);
/** Those, and others within which no field of an entry stands. */
const HOSTS = new Set([
  ...FIELDS,
  'dc:title',
  'dc:description',
  'dc:subject',
  'media:content',
  'media:thumbnail',
  'media:group',
  'itunes:image',
]);
/** An end tag that a slip of the pen keeps from ending its element. */
const MISWRITTEN_END = /<\/[^<>]{0,40}>\s*$/;
const LONGEST_END = 60;

/**
 * Puts back into the element around it what a field holds that nobody closed: `<title>Words<link>…</link></item>` has a
 * title and a link. The field ends where the first of them begins. What was put back is not moved again.
 */
export function takeBackFields(field: XmlNode, around: XmlNode): void {
  if (!HOSTS.has(field.tag) || HOSTS.has(around.tag)) return;
  const first = field.children.findIndex(({ tag }) => FIELDS.has(tag));
  const begin = field.children[first]?.start;
  if (begin === undefined) return;
  const { text } = field.source;
  const end = Math.max(field.start, text.lastIndexOf('<', begin - 1));
  const tail = text.slice(Math.max(field.start, end - LONGEST_END), end);
  field.end = end - (MISWRITTEN_END.exec(tail)?.[0].length ?? 0);
  for (const child of field.children.splice(first)) around.children.push(child);
}
