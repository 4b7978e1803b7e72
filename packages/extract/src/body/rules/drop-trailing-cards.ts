import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import { isHeading } from '../tag-sets.ts';
import { speaksOfOthers } from './elsewhere.ts';
import { isOwnLink } from './own-link.ts';
import { dropRange, hasPicture, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Paragraphs before the cards, and words of each: a list of pages has an introduction at most. */
const PARAGRAPHS = 3;
const PARAGRAPH_WORDS = 15;
const FEWEST = 2;
const LINKED = 0.9;
const HEADLINE_WORDS = 3;
/** Words that a card says of its page. */
const SAID_WORDS = 30;
/** What tells of something else has fewer of the other words, and of the title's. */
const OWN = 0.2;
/** Of the body, cards are no more than this. */
const SHARE = 0.3;

/** Whether a block is a heading that is nothing but a link to another page of the house. */
function isHeadline(facts: PageFacts, index: number): boolean {
  const block = facts.blocks[index] as Block;
  if (isHeading[facts.tree.tag[block.node] as number] !== 1) return false;
  const isLong = wordsOf(facts, index) >= HEADLINE_WORDS;
  return isLong && linkDensity(block) >= LINKED && isOwnLink(facts, block);
}

/** Whether a block tells something of its own: no link, and no headline of another page over it. */
const isParagraph = (facts: PageFacts, index: number): boolean =>
  wordsOf(facts, index) >= PARAGRAPH_WORDS &&
  (facts.blocks[index] as Block).links === 0 &&
  !(index > 0 && isHeadline(facts, index - 1));

/** The element that holds a picture and then a block, and nothing else; 0 without one. */
function frameOf({ tree, blocks }: PageFacts, index: number): number {
  const { node, first } = blocks[index] as Block;
  const box = tree.parent[node] as number;
  const before = blocks[index - 1]?.last ?? 0;
  const after = blocks[index + 1]?.first ?? tree.size;
  const isOwn = before < box && after >= (tree.end[box] as number);
  return isOwn && hasPicture(tree, box, first) ? box : 0;
}

/** Takes out pictures that end a body, each with a sentence on something else in a box of its own. */
function dropPictures(facts: PageFacts, kept: Uint8Array, order: readonly number[]): void {
  const { tree } = facts;
  let from = order.length;
  let holder = 0;
  while (from > 0) {
    const frame = frameOf(facts, order[from - 1] as number);
    if (frame === 0 || (holder !== 0 && tree.parent[frame] !== holder)) break;
    holder = tree.parent[frame] as number;
    from--;
  }
  const first = order[from];
  if (first === undefined || order.length - from < FEWEST) return;
  if (order.slice(0, from).filter((index) => isParagraph(facts, index)).length < PARAGRAPHS) return;
  if (speaksOfOthers(facts, kept, first, kept.length, OWN)) dropRange(kept, first, kept.length);
}

/** Takes out cards of other pages that end a body: headings that are links, or pictures, each with a few words under it. */
export const dropTrailingCards: Rule = (facts, kept) => {
  const order = [...keptBlocks(kept)];
  dropPictures(facts, kept, order);
  let from = order.length;
  let headlines = 0;
  for (let at = order.length - 1; at > 0; at--) {
    const index = order[at] as number;
    if (isHeadline(facts, index)) {
      headlines++;
      from = at;
    } else if (at + 1 !== from && at + 1 !== order.length) break;
    else if (wordsOf(facts, index) > SAID_WORDS) break;
  }
  const first = order[from];
  if (first === undefined || headlines < FEWEST) return;
  const told = order.slice(0, from).filter((index) => isParagraph(facts, index));
  if (told.length < PARAGRAPHS) return;
  if (keptWords(facts, kept, first) <= SHARE * keptWords(facts, kept))
    dropRange(kept, first, kept.length);
};
