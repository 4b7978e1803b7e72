import { cleanText, cutText, decode } from '@nashra/text';
import { FeedError } from '../feed-error.ts';
import { Deadline, defaultLimits } from '../limits.ts';
import { oneLine } from '../markup/plain-text.ts';
import { resolveAddress } from '../markup/resolve-address.ts';
import { unpack } from '../unpack.ts';
import { Warnings } from '../warning.ts';
import type { XmlNode } from '../xml/node.ts';
import { readTree } from '../xml/read-tree.ts';
import type { Outline } from './outline.ts';

/** Characters; a catalog takes no longer names. */
const LONGEST_TITLE = 200;

/**
 * Reads a list of subscriptions (OPML 1.0 to 2.0) as readers export it. Throws `FeedError` where the bytes are none.
 */
export function readOpml(bytes: Uint8Array): Outline[] {
  const document = unpack(bytes, defaultLimits.maxBytes);
  const { root } = readTree(cleanText(decode(document, { kind: 'xml' }).text), opmlPlan, {
    base: null,
    language: null,
    maxDepth: defaultLimits.maxDepth,
    maxFieldChars: defaultLimits.maxFieldChars,
    deadline: new Deadline(defaultLimits.maxMs),
    warnings: new Warnings(),
  });
  if (!root) throw new FeedError('NOT_A_FEED', 'the document is no OPML');
  return outlinesOf(root.child('body') ?? root);
}

const opmlPlan = {
  isRoot: (name: string) => name === 'opml',
  isForeignRoot: (name: string) => name === 'html' || name === 'rss' || name === 'feed',
  isEntry: () => false,
  onEntry: () => true,
};

function outlinesOf(parent: XmlNode): Outline[] {
  return parent.children.filter(({ tag }) => tag === 'outline').map(outlineOf);
}

function outlineOf(node: XmlNode): Outline {
  const said = (name: string) => oneLine(node.attribute(name) ?? '') || null;
  const address = (name: string) => resolveAddress(said(name) ?? '', node.base);
  return {
    title: cutText(said('title') ?? said('text') ?? '', LONGEST_TITLE),
    feedUrl: address('xmlurl'),
    siteUrl: address('htmlurl'),
    description: said('description'),
    language: said('language'),
    categories: (said('category') ?? '').split(',').map(oneLine).filter(Boolean),
    children: outlinesOf(node),
  };
}
