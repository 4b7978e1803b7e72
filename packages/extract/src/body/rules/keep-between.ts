import { TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { isHeading } from '../tag-sets.ts';
import { blocksIn, keptBlocks, type Rule, wordsOf } from './rule.ts';

/** Elements between a paragraph and the one that its system wraps it in. */
const STEPS = 3;
/** Wrapped parts of a text that may have been left out in a row: a paragraph and the heading below it. */
const MOST_LEFT = 2;
/** Words of a heading, and characters of a paragraph. */
const HEADING_WORDS = 15;
const PARAGRAPH = 100;

/** The outermost element near a block that holds it and nothing else. */
function wrapperOf(facts: PageFacts, index: number): number {
  const { tree, blocks } = facts;
  let { node } = blocks[index] as Block;
  for (let step = 0; step < STEPS; step++) {
    const up = tree.parent[node] as number;
    const [from, to] = blocksIn(facts, up);
    if (up <= 0 || from !== index || to !== index + 1) break;
    node = up;
  }
  return node;
}

/** Whether a block is a paragraph or a heading that leads nowhere. */
function isPart({ tree, blocks, texts }: PageFacts, index: number): boolean {
  const { node, links, linkChars, chars } = blocks[index] as Block;
  if (links + linkChars > 0) return false;
  const tag = tree.tag[node] as number;
  const { tokenStart, tokenEnd } = texts[index] as PageFacts['texts'][number];
  if (isHeading[tag]) return tokenEnd - tokenStart <= HEADING_WORDS;
  return tag === TAG.p && chars >= PARAGRAPH;
}

const areAlike = (tree: Tree, one: number, other: number): boolean =>
  tree.tag[one] === tree.tag[other] && tree.parent[one] === tree.parent[other];

/**
 * Puts back a paragraph or a heading that the judge left out between two kept ones where a system wraps each part of its
 * text in an element: their wrappers are neighbours of one kind. Alone in its slot, such a part looks like nothing else on the page.
 */
export const keepBetween: Rule = (facts, kept) => {
  const { tree } = facts;
  let before = -1;
  for (const index of keptBlocks(kept)) {
    const left = index - before - 1;
    if (before >= 0 && left > 0 && left <= MOST_LEFT && wordsOf(facts, index) > HEADING_WORDS) {
      const from = wrapperOf(facts, before);
      const isWrapped = from !== (facts.blocks[before] as Block).node;
      const between = Array.from({ length: left }, (_, at) => before + 1 + at);
      const others = isWrapped ? [...between, index] : [];
      if (
        others.length > 0 &&
        between.every((at) => isPart(facts, at)) &&
        others.every((at) => areAlike(tree, from, wrapperOf(facts, at)))
      )
        kept.fill(1, before + 1, index);
    }
    before = index;
  }
};
