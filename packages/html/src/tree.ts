/** What a node is. Comments, processing instructions and the doctype are not kept. */
export const NODE = { document: 0, element: 1, text: 2 } as const;

/**
 * An HTML document as flat arrays. Node ids run in document order (preorder), so the subtree of `i`
 * is the range `[i, end[i])`, its first child `i + 1` and the next sibling of a child `c` is `end[c]`.
 * Node 0 is the document.
 */
export interface Tree {
  readonly size: number;
  /** One of NODE. */
  readonly kind: Uint8Array;
  /** For an element: its tag id (`TAG.p`, or an id above the known ones that `tagName` names). */
  readonly tag: Uint16Array;
  readonly parent: Int32Array;
  /** The first id after the node's subtree. */
  readonly end: Int32Array;
  /** True when a bound (nodes, depth, input length) cut the document short. */
  readonly truncated: boolean;
  /** The lower-case name of an element, '' for other nodes. */
  tagName(node: number): string;
  /** The decoded characters of a text node, '' for other nodes. */
  text(node: number): string;
  /** The decoded value of an attribute of an element (lower-case name), undefined when absent. */
  attr(node: number, name: string): string | undefined;
  /** The names of the attributes of an element, in source order. */
  attrNames(node: number): readonly string[];
}
