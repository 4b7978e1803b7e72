import { AddressRoom } from './address-room.ts';
import { atomFormat } from './atom/format.ts';
import { linkOf } from './atom/link.ts';
import type { Feed, FeedEntry, FeedSitemap } from './feed.ts';
import { FeedDraft } from './feed-draft.ts';
import { FeedError } from './feed-error.ts';
import { finishEntry, finishFeed, normalLanguage } from './finish.ts';
import { rdfFormat } from './rdf/format.ts';
import type { ReadContext } from './read-context.ts';
import { rssFormat } from './rss/format.ts';
import { sitemapFormat, sitemapIndexFormat } from './sitemap/format.ts';
import { Spoken } from './spoken.ts';
import type { Warnings } from './warning.ts';
import type { XmlNode } from './xml/node.ts';
import { readTree } from './xml/read-tree.ts';
import type { Tree, TreePlan } from './xml/tree.ts';
import type { XmlFormat } from './xml-format.ts';

const formats: ReadonlyMap<string, XmlFormat> = new Map(
  [rssFormat, atomFormat, rdfFormat, sitemapFormat, sitemapIndexFormat].flatMap((format) =>
    format.roots.map((root) => [root, format] as const),
  ),
);
const foreignRoots = new Set(['html', 'head', 'body', 'opml', 'svg']);
const entryTags = new Set([...formats.values()].flatMap((format) => format.entryTags));

export interface XmlFeedOptions {
  encoding: string;
  base: string | null;
  language: string | null;
}

/** Reads the XML formats. Every entry becomes plain data as soon as it is complete, and its nodes are let go. */
export function readXmlFeed(
  text: string,
  context: ReadContext,
  options: XmlFeedOptions,
): Omit<Feed, 'warnings'> {
  const reading = new XmlReading(context, new AddressRoom(text));
  const tree = readTree(text, reading, { ...context, ...context.limits, ...options });
  const format = reading.format;
  if (!tree.root || !format) throw new FeedError('NOT_A_FEED', notAFeed(tree, text));
  if (reading.entries.length + reading.sitemaps.length === 0) failOnBound(tree);
  if (tree.end === 'time-limit') context.warnings.add('time-limit');
  const draft = new FeedDraft(context);
  format.readFeed(tree.root, draft);
  draft.language ??= options.language;
  warnOfText(tree, context.warnings);
  const about = {
    format: format.name,
    version: format.version(tree.root),
    encoding: options.encoding,
  };
  // An address is all that a sitemap's entry is; an item of a feed has its text.
  const isList = format.name === 'sitemap';
  const entries = isList ? reading.entries.filter(hasPage) : reading.entries;
  return { ...finishFeed(draft, about, entries), sitemaps: reading.sitemaps };
}

class XmlReading implements TreePlan {
  readonly entries: FeedEntry[] = [];
  readonly sitemaps: FeedSitemap[] = [];
  format: XmlFormat | undefined;
  readonly #context: ReadContext;
  readonly #room: AddressRoom;

  constructor(context: ReadContext, room: AddressRoom) {
    this.#context = context;
    this.#room = room;
  }

  isRoot(localName: string): boolean {
    this.format = formats.get(localName);
    return this.format !== undefined;
  }

  isForeignRoot(localName: string): boolean {
    return foreignRoots.has(localName);
  }

  isEntry(tag: string): boolean {
    return entryTags.has(tag) && (this.format as XmlFormat).entryTags.includes(tag);
  }

  onEntry(node: XmlNode, root: XmlNode): boolean {
    const { limits, warnings } = this.#context;
    const most = this.format?.name.startsWith('sitemap') ? limits.maxEntries : limits.maxItems;
    if (this.#count >= most) {
      warnings.add('too-many-entries', node.start);
      return false;
    }
    if (this.#count === 0) {
      this.#context.language ??= languageOf(root);
      this.#context.own.home = homeOf(root);
    }
    const draft = new Spoken(this.#context);
    (this.format as XmlFormat).readEntry(node, draft);
    draft.language ??= node.attribute('xml:lang')?.trim() || null;
    const entry = finishEntry(draft);
    if (!this.#room.take(entry)) {
      warnings.add('too-many-entries', node.start);
      return false;
    }
    // An index has nothing else in it, by whatever name; in a list a sitemap is one by its own.
    const isSitemap = this.format?.name === 'sitemapindex' || node.tag === 'sitemap';
    if (isSitemap) this.sitemaps.push(...sitemapOf(entry));
    else this.entries.push(entry);
    return true;
  }

  get #count(): number {
    return this.entries.length + this.sitemaps.length;
  }
}

/** What a feed that is still being read has said of its language. */
function languageOf(root: XmlNode): string | null {
  const channel = root.child('channel') ?? root;
  const element = channel.child('language') ?? channel.child('dc:language');
  return normalLanguage(element?.text ?? channel.language);
}

/** And of the site's front page. */
function homeOf(root: XmlNode): string | null {
  const channel = root.child('channel') ?? root;
  const links = channel.children.filter(({ tag }) => tag === 'link').map(linkOf);
  return links.find((link) => link?.rel === 'alternate')?.href ?? null;
}

/** What shows only once the text of all elements was taken. */
function warnOfText({ source, root }: Tree, warnings: Warnings): void {
  if (source.fieldsCut > 0) warnings.add('field-cut');
  if (source.undeclaredReferences > 0 && !source.hasExternalSubset) warnings.add('bad-reference');
  if (root && root.scope.undeclared.size > 0) warnings.add('undeclared-prefix');
}

function notAFeed(tree: Tree, text: string): string {
  if (tree.foreign) return 'the document is a page or of another kind';
  return `no element of a feed in ${text.length} characters`;
}

/** A bound that was met before any entry was complete leaves nothing to hand out. */
function failOnBound(tree: Tree): void {
  if (tree.end === 'time-limit') {
    throw new FeedError('FEED_TOO_SLOW', 'the time limit passed before an entry was complete');
  }
  if (tree.tooDeep && tree.end === 'truncated') {
    throw new FeedError('FEED_TOO_DEEP', 'elements are nested too deep, and no entry is complete');
  }
}

const hasPage = ({ address }: FeedEntry) => address !== null;

function sitemapOf({ address, updated }: FeedEntry): FeedSitemap[] {
  return address === null ? [] : [{ address, updated }];
}
