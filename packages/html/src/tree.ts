import type { UnitBuffer } from './unit-buffer.ts';

/** What a node is. Comments, processing instructions and the doctype are not kept. */
export const NODE = { document: 0, element: 1, text: 2 } as const;

/**
 * An HTML document as flat arrays. Node ids run in document order (preorder), so the subtree of `i`
 * is the range `[i, end[i])`, its first child `i + 1` and the next sibling of a child `c` is `end[c]`.
 * Node 0 is the document; `html`, `head` and `body` (or `frameset`) are always there.
 *
 * The tree is the one browsers build, scripting being off: the content of `noscript` is elements. It differs from a DOM in
 * that texts with only comments between them are one, that the contents of a `template` are its children, and that names of
 * SVG and MathML elements and attributes are in lower case; the namespace is not kept (look for an `svg` or `math` above).
 *
 * Texts and values are cut out of the source and decoded each time they are asked for, which takes a fraction of a
 * microsecond: keep the string rather than ask twice. What looks at every element reads attributes by rows (integers) and
 * texts into a UnitBuffer instead, without making strings. The tree holds on to its source.
 */
export interface Tree {
  readonly size: number;
  /** One of NODE. */
  readonly kind: Uint8Array;
  /** For an element: its tag id (`TAG.p`, or an id above the known ones that `tagName` names). */
  readonly tag: Uint16Array;
  /** The id of the node above; -1 for the document. */
  readonly parent: Int32Array;
  /** The first id after the node's subtree. */
  readonly end: Int32Array;
  /** True when a bound (see HtmlLimits) cut the document short. */
  readonly truncated: boolean;
  /** The source, UTF-8. */
  readonly bytes: Uint8Array;
  /** The lower-case name of an element, '' for other nodes. */
  tagName(node: number): string;
  /** The decoded characters of a text node, '' for other nodes. */
  text(node: number): string;
  /** The decoded value of an attribute of an element (lower-case name), undefined when absent. */
  attr(node: number, name: string): string | undefined;
  /** Appends the decoded units of a text node, nothing for other nodes. */
  appendText(node: number, target: UnitBuffer): void;
  /** Whether a text node is ASCII white space alone, and written as such; most texts are. */
  isBlank(node: number): boolean;
  /** How many units the text of a node has at most: its length in the source. */
  textSize(node: number): number;
  /** The attributes of an element are the rows from `attrFrom` up to, not with, `attrTo`; other nodes have none. */
  attrFrom(node: number): number;
  attrTo(node: number): number;
  /** The id of an attribute's name: one of ATTR, or one that this tree alone has. */
  attrId(row: number): number;
  /** The lower-case name of an attribute. */
  attrName(row: number): string;
  /** The decoded value of an attribute. */
  attrValue(row: number): string;
  /** Appends the decoded units of an attribute's value. */
  appendValue(row: number, target: UnitBuffer): void;
  /** The range of `bytes` that an attribute's value was written in. */
  valueFrom(row: number): number;
  valueTo(row: number): number;
  /** The names of the attributes of an element, in source order. */
  attrNames(node: number): readonly string[];
}
