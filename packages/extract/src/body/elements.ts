import { attributeId, TAG, type Tree } from '@nashra/html';
import { NameReader } from './name-reader.ts';
import { contextBit } from './tag-sets.ts';

/** What the elements around blocks are and inherit from their ancestors, by node id. Others are left empty. */
export interface Elements {
  readonly depth: Uint16Array;
  /** CLASS_GROUPS of the element's own attributes. */
  readonly own: Int32Array;
  /** CLASS_GROUPS of the element and all its ancestors below body. */
  readonly inherited: Int32Array;
  /** CONTEXT_TAGS of the element and its ancestors. */
  readonly context: Int32Array;
  /** Hash of tags and classes from body to the element: two blocks with one hash come from one template slot. */
  readonly path: Int32Array;
  /** Hash of the tags and classes of the element and its parent alone. */
  readonly tail: Int32Array;
  /** Outermost and innermost `article` at or above the element, 0 when there is none. */
  readonly outerArticle: Int32Array;
  readonly innerArticle: Int32Array;
  /** 1 when the element or an ancestor is hidden by attribute or inline style. */
  readonly hidden: Uint8Array;
  /** Hashes of the words of elements' own naming attributes: a range for each node, one entry more than nodes. */
  readonly words: Int32Array;
  readonly wordsFrom: Int32Array;
}

/** What an attribute tells about its element. */
const ROLE = { none: 0, names: 1, classNames: 2, hidden: 3, ariaHidden: 4, style: 5 } as const;
const roleOf = new Uint8Array(256);
for (const name of ['id', 'itemprop', 'role', 'property']) roleOf[attributeId(name)] = ROLE.names;
for (const name of ['testid', 'component', 'type', 'qa']) {
  roleOf[attributeId(`data-${name}`)] = ROLE.names;
}
roleOf[attributeId('class')] = ROLE.classNames;
roleOf[attributeId('hidden')] = ROLE.hidden;
roleOf[attributeId('aria-hidden')] = ROLE.ariaHidden;
roleOf[attributeId('style')] = ROLE.style;

const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;

const D = 100;
const V = 118;

/** Whether a style hides its element. Few styles hold a `d` or a `v` that could begin to say so. */
function hides(tree: Tree, row: number): boolean {
  const to = tree.valueTo(row);
  for (let at = tree.valueFrom(row); at < to; at++) {
    const letter = (tree.bytes[at] as number) | 32;
    if (letter === D || letter === V) return hiddenStyle.test(tree.attrValue(row));
  }
  return false;
}

const TRUE = Buffer.from('true');

function isTrue(tree: Tree, row: number): boolean {
  const from = tree.valueFrom(row);
  return (
    tree.valueTo(row) - from === TRUE.length &&
    TRUE.every((byte, at) => tree.bytes[from + at] === byte)
  );
}

/** The nodes and their ancestors. */
function withAncestors({ parent, size }: Tree, nodes: Int32Array): Uint8Array {
  const marks = new Uint8Array(size);
  for (let at = 0; at < nodes.length; at++) {
    let up = nodes[at] as number;
    while (up >= 0 && marks[up] === 0) {
      marks[up] = 1;
      up = parent[up] as number;
    }
  }
  return marks;
}

/** Reads the attributes of the elements that hold the nodes, and of the nodes, once. */
export function describeElements(tree: Tree, nodes: Int32Array): Elements {
  const { size } = tree;
  const isAround = withAncestors(tree, nodes);
  const reader = new NameReader(tree);
  const wordsFrom = new Int32Array(size + 1);
  const elements: Omit<Elements, 'words' | 'wordsFrom'> = {
    depth: new Uint16Array(size),
    own: new Int32Array(size),
    inherited: new Int32Array(size),
    context: new Int32Array(size),
    path: new Int32Array(size),
    tail: new Int32Array(size),
    outerArticle: new Int32Array(size),
    innerArticle: new Int32Array(size),
    hidden: new Uint8Array(size),
  };
  const { depth, own, inherited, context, path, tail, hidden } = elements;
  const { outerArticle, innerArticle } = elements;
  // Tag and classes alone, for `tail`.
  const self = new Int32Array(size);
  for (let node = 1; node < size; node++) {
    wordsFrom[node] = reader.words.length;
    if (isAround[node] === 0) continue;
    const up = tree.parent[node] as number;
    const tag = tree.tag[node] as number;
    let mask = 0;
    let hash = tag;
    let isHidden = hidden[up] as number;
    const to = tree.attrTo(node);
    for (let row = tree.attrFrom(node); row < to; row++) {
      const role = roleOf[tree.attrId(row)];
      if (!role) continue;
      if (role === ROLE.names || role === ROLE.classNames) {
        reader.read(row);
        mask |= reader.mask;
        // Ids number their elements; classes name the template.
        if (role === ROLE.classNames) hash = Math.imul(hash ^ reader.shape, 0x01000193);
      } else if (
        role === ROLE.hidden ||
        (role === ROLE.ariaHidden && isTrue(tree, row)) ||
        (role === ROLE.style && hides(tree, row))
      ) {
        isHidden = 1;
      }
    }
    const isRoot = tag === TAG.body || tag === TAG.html;
    depth[node] = (depth[up] as number) + 1;
    own[node] = mask;
    inherited[node] = isRoot ? 0 : (inherited[up] as number) | mask;
    context[node] = (context[up] as number) | (contextBit[tag] as number);
    self[node] = hash;
    path[node] = isRoot ? 0 : Math.imul((path[up] as number) ^ hash, 0x01000193);
    tail[node] = Math.imul((self[up] as number) ^ hash, 0x01000193);
    hidden[node] = isHidden;
    const isArticle = tag === TAG.article;
    outerArticle[node] = (outerArticle[up] as number) || (isArticle ? node : 0);
    innerArticle[node] = isArticle ? node : (innerArticle[up] as number);
  }
  wordsFrom[size] = reader.words.length;
  return { ...elements, words: reader.words.hashes, wordsFrom };
}
