import { type Arena, NODE, type Tree } from '@nashra/html';
import { groupMask } from './class-words.ts';
import type { Weights } from './containers.ts';
import type { Elements } from './elements.ts';
import { CONTEXT_TAGS } from './tag-sets.ts';

/** What elements inherit from ancestors that are parts of the page, not the page. */
export interface Parts {
  /** CLASS_GROUPS of the element and its ancestors below those that hold most of the page's prose. */
  readonly names: Int32Array;
  /** CONTEXT_TAGS likewise. */
  readonly context: Int32Array;
}

/** Elements with this share of the page's prose are frames: their names say nothing about a part. */
const FRAME = 0.5;

const strangers = groupMask('comment', 'consent');
const ours = groupMask('content', 'article', 'body');
const besides = groupMask(
  'comment',
  'consent',
  'related',
  'popular',
  'footer',
  'newsletter',
  'promo',
  'nav',
);
const bit = (name: (typeof CONTEXT_TAGS)[number]): number => 1 << CONTEXT_TAGS.indexOf(name);
const besidesTags =
  bit('aside') | bit('footer') | bit('nav') | bit('form') | bit('dialog') | bit('figcaption');

/** Hands names and tags down from the parts of the page, given the prose of each element. */
export function findParts(
  tree: Tree,
  elements: Elements,
  { mass, total }: Weights,
  memory: Arena,
): Parts {
  const names = memory.ints(tree.size);
  const context = memory.ints(tree.size);
  for (let node = 1; node < tree.size; node++) {
    const held = mass[node] as number;
    if (tree.kind[node] !== NODE.element) continue;
    const up = tree.parent[node] as number;
    const own = elements.own[node] as number;
    // A comment section may hold more prose than a short article.
    const isStranger = (own & strangers) !== 0 && (own & ours) === 0 && held < 0.97 * total;
    if (held >= FRAME * total && !isStranger) continue;
    names[node] = (names[up] as number) | own;
    const added = (elements.context[node] as number) & ~(elements.context[up] as number);
    context[node] = (context[up] as number) | added;
  }
  return { names, context };
}

/** True for elements in parts that stand beside the article: their prose must not attract the body. */
export const isBeside = ({ names, context }: Parts, node: number): boolean =>
  ((names[node] as number) & besides) !== 0 || ((context[node] as number) & besidesTags) !== 0;
