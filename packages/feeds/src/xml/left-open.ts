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
  'title link guid id author category pubdate published updated description summary comments dc:creator dc:date'.split(
    ' ',
  ),
);

/**
 * Puts back into its entry what a field holds that nobody closed: `<title>Words<link>…</link></item>` has a title and a
 * link. The field ends where the first of them begins.
 */
export function takeBackFields(field: XmlNode, entry: XmlNode): void {
  if (field.children.length === 0 || !FIELDS.has(field.tag)) return;
  const first = field.children.findIndex(({ tag }) => FIELDS.has(tag));
  const begin = field.children[first]?.start;
  if (begin === undefined) return;
  field.end = Math.max(field.start, field.source.text.lastIndexOf('<', begin - 1));
  for (const child of field.children.splice(first)) entry.children.push(child);
}
