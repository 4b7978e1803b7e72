import { TAG, type Tree } from '@nashra/html';
import type { BodyFacts, Metadata } from '../../types.ts';
import type { AddressShape } from './address-shape.ts';

/** What the judge of kinds weighs, in the order of its weights. */
export const KIND_FEATURES = [
  'declaredArticle',
  'declaredListing',
  'declaredMedia',
  'words',
  'bodyShare',
  'linkShare',
  'headingLinks',
  'headlinesInBody',
  'togetherness',
  'manyArticles',
  'addressArticle',
  'addressListing',
  'addressHome',
] as const;

/** The page as numbers between 0 and 1. */
export function kindFeatures(
  tree: Tree,
  metadata: Metadata,
  body: BodyFacts,
  shape: AddressShape,
): number[] {
  const { signs } = metadata;
  const pageChars = Math.max(1, body.pageChars);
  return [
    Number(signs.declared === 'article'),
    Number(signs.declared === 'listing'),
    Number(signs.declared === 'video' || signs.declared === 'gallery'),
    Math.min(1, Math.log1p(body.wordCount) / Math.log(1000)),
    Math.min(1, body.text.length / pageChars),
    Math.min(1, body.linkChars / pageChars),
    Math.min(1, Math.log1p(signs.headingLinks) / Math.log(100)),
    headlinesInBody(tree, body),
    togetherness(tree, body),
    Number(signs.articleElements >= 5),
    Number(shape === 'article'),
    Number(shape === 'listing'),
    Number(shape === 'home'),
  ];
}

/** Linked headings between the first and the last kept block, by kept block: teasers in a row. */
function headlinesInBody(tree: Tree, { nodes }: BodyFacts): number {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return 0;
  let count = 0;
  let headingEnd = 0;
  let linkEnd = 0;
  for (let node = first; node <= last; node++) {
    const tag = tree.tag[node] as number;
    if (tag === TAG.a) {
      if (node < headingEnd) count++;
      linkEnd = tree.end[node] as number;
    } else if (tag >= TAG.h1 && tag <= TAG.h6) {
      if (node < linkEnd) count++;
      headingEnd = tree.end[node] as number;
    }
  }
  return Math.min(1, count / nodes.length);
}

/** The share of kept blocks that lie side by side in one element, as paragraphs of a text do. */
function togetherness(tree: Tree, { nodes }: BodyFacts): number {
  const siblings = new Map<number, number>();
  let most = 0;
  for (const node of nodes) {
    const parent = tree.parent[node] as number;
    const count = (siblings.get(parent) ?? 0) + 1;
    siblings.set(parent, count);
    if (count > most) most = count;
  }
  return nodes.length === 0 ? 0 : most / nodes.length;
}
