import { attributeId, NODE, TAG, type Tree, ValueMemo } from '@nashra/html';
import { classMask, classWords } from './class-words.ts';
import { contextBit } from './tag-sets.ts';
import { foldToken } from './token-hash.ts';

/** What each element inherits from its ancestors, by node id. Filled in document order. */
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
  /** Hashes of the words of the element's own naming attributes. */
  readonly words: readonly (readonly number[] | undefined)[];
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

interface NameFacts {
  readonly mask: number;
  readonly hash: number;
  readonly words: readonly number[];
}

/** FNV-1a over the letters of a string: digits vary between pages of one template. */
function hashLetters(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code < 58) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash;
}

function readNames(value: string): NameFacts {
  const words = classWords(value);
  return {
    mask: classMask(words),
    hash: hashLetters(value.slice(0, 400), 0x811c9dc5),
    words: words.map(foldToken),
  };
}

const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const names = new ValueMemo(readNames);
const hides = new ValueMemo((style) => hiddenStyle.test(style));
const isTrue = new ValueMemo((value) => value === 'true');

/** Reads the attributes of every element once. */
export function describeElements(tree: Tree): Elements {
  const { size } = tree;
  const words: (readonly number[] | undefined)[] = new Array(size);
  const elements: Elements = {
    depth: new Uint16Array(size),
    own: new Int32Array(size),
    inherited: new Int32Array(size),
    context: new Int32Array(size),
    path: new Int32Array(size),
    tail: new Int32Array(size),
    outerArticle: new Int32Array(size),
    innerArticle: new Int32Array(size),
    hidden: new Uint8Array(size),
    words,
  };
  const { depth, own, inherited, context, path, tail, hidden } = elements;
  const { outerArticle, innerArticle } = elements;
  // Tag and classes alone, for `tail`.
  const self = new Int32Array(size);
  for (let node = 1; node < size; node++) {
    if (tree.kind[node] !== NODE.element) continue;
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
        const facts = names.of(tree, row);
        mask |= facts.mask;
        if (facts.words.length > 0) {
          const before = words[node];
          words[node] = before ? [...before, ...facts.words] : facts.words;
        }
        // Ids number their elements; classes name the template.
        if (role === ROLE.classNames) hash = Math.imul(hash ^ facts.hash, 0x01000193);
      } else if (
        role === ROLE.hidden ||
        (role === ROLE.ariaHidden && isTrue.of(tree, row)) ||
        (role === ROLE.style && hides.of(tree, row))
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
  return elements;
}
