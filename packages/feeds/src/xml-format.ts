import type { FeedFormat } from './feed.ts';
import type { FeedDraft } from './feed-draft.ts';
import type { Spoken } from './spoken.ts';
import type { XmlNode } from './xml/node.ts';

/** One XML format: how it is recognised, what repeats in it, and which tables read it. */
export interface XmlFormat {
  readonly name: FeedFormat;
  /** Local names of its root element, lower case. */
  readonly roots: readonly string[];
  /** Canonical names of its entries. */
  readonly entryTags: readonly string[];
  version(root: XmlNode): string;
  readEntry(node: XmlNode, draft: Spoken): void;
  readFeed(root: XmlNode, draft: FeedDraft): void;
}
