import { cleanText, decode } from '@nashra/text';
import { FeedError } from '../feed-error.ts';
import { Deadline, defaultLimits } from '../limits.ts';
import { unpack } from '../unpack.ts';
import { type FeedWarningCode, Warnings } from '../warning.ts';
import type { XmlNode } from '../xml/node.ts';
import { readTree } from '../xml/read-tree.ts';
import type { Outline } from './outline.ts';
import { type LeftOut, OutlineReader } from './outline-reader.ts';

/** A list of subscriptions, and what of it could not be taken. */
export interface Subscriptions {
  outlines: Outline[];
  /** Feeds and parts of the file that did not come in, each by what it is called there. */
  leftOut: LeftOut[];
}

/**
 * Reads a list of subscriptions (OPML 1.0 to 2.0) as readers export it. One bad outline costs that outline, and is told.
 * Throws `FeedError` where the bytes are none.
 */
export function readSubscriptions(bytes: Uint8Array): Subscriptions {
  const document = unpack(bytes, defaultLimits.maxBytes);
  const warnings = new Warnings();
  const { root, further } = readTree(cleanText(decode(document, { kind: 'xml' }).text), opmlPlan, {
    base: null,
    language: null,
    maxDepth: defaultLimits.maxDepth,
    maxFieldChars: defaultLimits.maxFieldChars,
    deadline: new Deadline(defaultLimits.maxMs),
    warnings,
  });
  if (!root) throw new FeedError('NOT_A_FEED', 'the document is no OPML');
  const reader = new OutlineReader();
  const outlines = [root, ...further].flatMap(bodiesOf).flatMap((body) => reader.read(body));
  const lost = warnings.list().flatMap(({ code }) => LOSSES[code] ?? []);
  return { outlines, leftOut: [...reader.leftOut, ...lost] };
}

/** Lists that were put one behind another have a body each; one may lie in a head that nobody closed, or be missing. */
function bodiesOf(root: XmlNode): XmlNode[] {
  const heads = root.children.filter(({ tag }) => tag === 'head');
  const bodies = [root, ...heads].flatMap(({ children }) =>
    children.filter(({ tag }) => tag === 'body'),
  );
  return bodies.length > 0 ? bodies : [root];
}

/** The outlines alone. */
export function readOpml(bytes: Uint8Array): Outline[] {
  return readSubscriptions(bytes).outlines;
}

const LOSSES: Partial<Record<FeedWarningCode, LeftOut>> = {
  truncated: { what: 'the end of the file', why: 'the file ends before its last element does' },
  'too-deep': { what: 'some outlines', why: 'outlines are nested too deep' },
  'time-limit': { what: 'the rest of the file', why: 'reading it took too long' },
};

const opmlPlan = {
  readsOn: true,
  isRoot: (name: string) => name === 'opml',
  isForeignRoot: (name: string) => name === 'html' || name === 'rss' || name === 'feed',
  isEntry: () => false,
  onEntry: () => true,
};
