import { type Arena, attributeId, keepSpecimen, TAG, type Tree } from '@nashra/html';
import { groupMask } from './class-words.ts';
import { HIDDEN, isDialog, isFolded, mayHide, readHiding } from './hidden.ts';
import { NameReader } from './name-reader.ts';
import { contextBit } from './tag-sets.ts';

/** What the elements around blocks are and inherit from their ancestors, by node id. Others are left empty. */
export interface Elements {
  readonly depth: Int32Array;
  /** CLASS_GROUPS of the element's own attributes. */
  readonly own: Int32Array;
  /** CONTEXT_TAGS of the element and its ancestors. */
  readonly context: Int32Array;
  /** Hash of tags and classes from body to the element: two blocks with one hash come from one template slot. */
  readonly path: Int32Array;
  /** Hash of the tags and classes of the element and its parent alone. */
  readonly tail: Int32Array;
  /** Outermost and innermost `article` at or above the element, 0 when there is none. */
  readonly outerArticle: Int32Array;
  readonly innerArticle: Int32Array;
  /** HIDDEN: how the element or one around it is kept from readers' eyes. */
  readonly hidden: Uint8Array;
  /** Hashes of the words of elements' own naming attributes: a range for each node, one entry more than nodes. */
  readonly words: Int32Array;
  readonly wordsFrom: Int32Array;
}

/** What an attribute tells about its element. */
const ROLE = { none: 0, names: 1, classNames: 2 } as const;
const roleOf = new Uint8Array(256);
for (const name of ['id', 'itemprop', 'role', 'property']) roleOf[attributeId(name)] = ROLE.names;
for (const name of ['testid', 'component', 'type', 'qa']) {
  roleOf[attributeId(`data-${name}`)] = ROLE.names;
}
roleOf[attributeId('class')] = ROLE.classNames;
const ROLE_ID = attributeId('role');
/** Words that a class needs to hide anything. */
const hiding = groupMask('hidden');

/** The nodes and their ancestors. */
function withAncestors({ parent, size }: Tree, nodes: Int32Array, memory: Arena): Uint8Array {
  const marks = memory.bytes(size);
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
export function describeElements(tree: Tree, nodes: Int32Array, memory: Arena): Elements {
  const { size } = tree;
  const isAround = withAncestors(tree, nodes, memory);
  const reader = keepSpecimen('names', new NameReader(tree, memory));
  const elements = {
    depth: memory.ints(size),
    own: memory.ints(size),
    context: memory.ints(size),
    path: memory.ints(size),
    tail: memory.ints(size),
    outerArticle: memory.ints(size),
    innerArticle: memory.ints(size),
    hidden: memory.bytes(size),
    wordsFrom: memory.ints(size + 1),
  };
  const { depth, own, context, path, tail, outerArticle, innerArticle, wordsFrom, hidden } =
    elements;
  // Tag and classes alone, for `tail`.
  const self = memory.ints(size);
  for (let node = 1; node < size; node++) {
    wordsFrom[node] = reader.words.length;
    if (isAround[node] === 0) continue;
    const up = tree.parent[node] as number;
    const tag = tree.tag[node] as number;
    let mask = 0;
    let hash = tag;
    // A dialog lies over the page or is not shown; none holds an article.
    let hides = tag === TAG.dialog ? HIDDEN.always : (hidden[up] as number);
    const to = tree.attrTo(node);
    for (let row = tree.attrFrom(node); row < to; row++) {
      const role = roleOf[tree.attrId(row)];
      if (!role) {
        if (mayHide(tree.attrId(row))) hides = Math.max(hides, readHiding(tree, row));
        continue;
      }
      if (tree.attrId(row) === ROLE_ID && isDialog(tree, row)) hides = HIDDEN.always;
      reader.read(row);
      mask |= reader.mask;
      // Ids number their elements; classes name the template.
      if (role !== ROLE.classNames) continue;
      hash = Math.imul(hash ^ reader.shape, 0x01000193);
      if ((reader.mask & hiding) !== 0) hides = Math.max(hides, readHiding(tree, row));
    }
    if (hides === HIDDEN.always && hidden[up] !== hides && isFolded(tree, node)) {
      hides = HIDDEN.sometimes;
    }
    hidden[node] = hides;
    depth[node] = (depth[up] as number) + 1;
    own[node] = mask;
    context[node] = (context[up] as number) | (contextBit[tag] as number);
    self[node] = hash;
    const isRoot = tag === TAG.body || tag === TAG.html;
    path[node] = isRoot ? 0 : Math.imul((path[up] as number) ^ hash, 0x01000193);
    tail[node] = Math.imul((self[up] as number) ^ hash, 0x01000193);
    const isArticle = tag === TAG.article;
    outerArticle[node] = (outerArticle[up] as number) || (isArticle ? node : 0);
    innerArticle[node] = isArticle ? node : (innerArticle[up] as number);
  }
  wordsFrom[size] = reader.words.length;
  return { ...elements, words: reader.words.hashes };
}
