import { NODE, TAG, type Tree } from '@nashra/html';
import type { BodyFacts, Metadata } from '../../types.ts';
import type { AddressShape } from './address-shape.ts';

/** Three words of Arabic, five of French. */
const MIN_HEADLINE_BYTES = 30;
/** Links can be nested in broken pages, so none is read without an end. */
const MAX_LINK_NODES = 100;

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
  'headlinksInBody',
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
  const teasersInBody = countTeasers(tree, body);
  return [
    Number(signs.declared === 'article'),
    Number(signs.declared === 'listing'),
    Number(signs.declared === 'video' || signs.declared === 'gallery'),
    Math.min(1, Math.log1p(body.wordCount) / Math.log(1000)),
    Math.min(1, body.text.length / pageChars),
    Math.min(1, body.linkChars / pageChars),
    Math.min(1, Math.log1p(signs.headingLinks) / Math.log(100)),
    teasersInBody.headings,
    teasersInBody.links,
    togetherness(tree, body),
    Number(signs.articleElements >= 5),
    Number(shape === 'article'),
    Number(shape === 'listing'),
    Number(shape === 'home'),
  ];
}

/**
 * Linked headings, and links as long as a headline that begin a block, between the first and the
 * last kept block, by kept block: teasers in a row.
 */
function countTeasers(tree: Tree, { nodes }: BodyFacts): { headings: number; links: number } {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return { headings: 0, links: 0 };
  let headings = 0;
  let links = 0;
  let headingEnd = 0;
  let linkEnd = 0;
  for (let node = first; node < (tree.end[last] as number); node++) {
    const tag = tree.tag[node] as number;
    if (tag === TAG.a) {
      if (node < headingEnd) headings++;
      if (isHeadlink(tree, node)) links++;
      linkEnd = tree.end[node] as number;
    } else if (tag >= TAG.h1 && tag <= TAG.h6) {
      if (node < linkEnd) headings++;
      headingEnd = tree.end[node] as number;
    }
  }
  return {
    headings: Math.min(1, headings / nodes.length),
    links: Math.min(1, links / nodes.length),
  };
}

/** A link that no text stands right before, with text enough for a headline. */
function isHeadlink(tree: Tree, link: number): boolean {
  const before = link - 1;
  if (tree.kind[before] === NODE.text && !tree.isBlank(before)) return false;
  const end = Math.min(tree.end[link] as number, link + MAX_LINK_NODES);
  let size = 0;
  for (let node = link + 1; node < end && size < MIN_HEADLINE_BYTES; node++) {
    if (!tree.isBlank(node)) size += tree.textSize(node);
  }
  return size >= MIN_HEADLINE_BYTES;
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
