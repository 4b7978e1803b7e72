import { NODE, TAG, type Tree } from '@nashra/html';
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

const NAMING = new Set([
  'class',
  'id',
  'itemprop',
  'role',
  'data-testid',
  'data-component',
  'data-type',
  'data-qa',
  'property',
]);
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;

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
  const known = new Map<string, NameFacts>();
  const factsOf = (value: string): NameFacts => {
    let facts = known.get(value);
    if (!facts) {
      const list = classWords(value);
      facts = {
        mask: classMask(list),
        hash: hashLetters(value.slice(0, 400), 0x811c9dc5),
        words: list.map(foldToken),
      };
      known.set(value, facts);
    }
    return facts;
  };
  for (let node = 1; node < size; node++) {
    if (tree.kind[node] !== NODE.element) continue;
    const up = tree.parent[node] as number;
    const tag = tree.tag[node] as number;
    let mask = 0;
    let hash = tag;
    let isHidden = hidden[up] as number;
    for (const name of tree.attrNames(node)) {
      if (NAMING.has(name)) {
        const facts = factsOf(tree.attr(node, name) ?? '');
        mask |= facts.mask;
        if (facts.words.length > 0) {
          const before = words[node];
          words[node] = before ? [...before, ...facts.words] : facts.words;
        }
        // Ids number their elements; classes name the template.
        if (name === 'class') hash = Math.imul(hash ^ facts.hash, 0x01000193);
      } else if (name === 'hidden') isHidden = 1;
      else if (name === 'aria-hidden') isHidden |= tree.attr(node, name) === 'true' ? 1 : 0;
      else if (name === 'style') isHidden |= hiddenStyle.test(tree.attr(node, name) ?? '') ? 1 : 0;
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
