import type { Deadline } from '../limits.ts';
import type { Warnings } from '../warning.ts';
import type { XmlNode, XmlSource } from './node.ts';

/** What a reader of a tree wants to know while it grows. */
export interface TreePlan {
  /** Local names of elements that may be the document's root. Whatever precedes the first of them is passed over. */
  isRoot(localName: string): boolean;
  /** Local names that say this is another kind of document. */
  isForeignRoot(localName: string): boolean;
  /** Canonical names of the elements that repeat: each is handed over when it is complete, and then forgotten. */
  isEntry(tag: string): boolean;
  /** Whether documents that stand behind the first are read too. XML knows of one (§2.1), people append. */
  readonly readsOn?: boolean;
  /** Takes a complete entry; `false` ends the reading. */
  onEntry(entry: XmlNode, root: XmlNode): boolean;
}

export interface TreeOptions {
  base: string | null;
  language: string | null;
  maxDepth: number;
  maxFieldChars: number;
  deadline: Deadline;
  warnings: Warnings;
}

/** How a reading ended. */
export type TreeEnd = 'complete' | 'truncated' | 'stopped' | 'time-limit';

export interface Tree {
  root: XmlNode | null;
  /** Roots of documents of the same kind that were put behind it. */
  further: readonly XmlNode[];
  source: XmlSource;
  /** The document is of another kind. */
  foreign: boolean;
  end: TreeEnd;
  /** Elements were deeper than allowed. */
  tooDeep: boolean;
}
