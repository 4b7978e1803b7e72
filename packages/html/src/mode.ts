import type { TreeBuilder } from './tree-builder.ts';

/** The insertion modes (HTML, § 13.2.4.1). "Text" is missing: raw text goes to its element without a detour. */
export const MODE = {
  initial: 0,
  beforeHtml: 1,
  beforeHead: 2,
  inHead: 3,
  inHeadNoscript: 4,
  afterHead: 5,
  inBody: 6,
  inTable: 7,
  inCaption: 8,
  inColumnGroup: 9,
  inTableBody: 10,
  inRow: 11,
  inCell: 12,
  inSelect: 13,
  inSelectInTable: 14,
  inTemplate: 15,
  afterBody: 16,
  inFrameset: 17,
  afterFrameset: 18,
  afterAfterBody: 19,
  afterAfterFrameset: 20,
} as const;

/** What an insertion mode does with a token; its text, attributes and so on lie in the builder. */
export interface Mode {
  text(builder: TreeBuilder): void;
  start(builder: TreeBuilder, tag: number): void;
  end(builder: TreeBuilder, tag: number): void;
  eof(builder: TreeBuilder): void;
}
