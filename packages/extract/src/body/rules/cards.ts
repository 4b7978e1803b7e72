import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import { linkAround } from './links.ts';
import { isOwnLink } from './own-link.ts';
import { blocksIn, dropRange, isOpen, wordsOf } from './rule.ts';

/** Words of a label over links, and of a headline that one is. */
const LABEL_WORDS = 6;
const HEADLINE_WORDS = 4;
const LINKED = 0.9;
/** Blocks of a card, characters of what it says of its page, and of its link. */
const CARD_BLOCKS = 3;
const CARD_CHARS = 220;
const LINK_CHARS = 20;

/** A few words without a link and without an end; what announces a list ends in a colon. */
export function isLabel(facts: PageFacts, index: number): boolean {
  // A link may open behind the label, around the next block.
  const { linkChars } = facts.blocks[index] as Block;
  return linkChars === 0 && isOpen(facts, index) && wordsOf(facts, index) <= LABEL_WORDS;
}

/** Whether a block is nothing but a headline that links to another page of the house. */
export function isLinkedHeadline(facts: PageFacts, index: number): boolean {
  const block = facts.blocks[index] as Block;
  const isLong = wordsOf(facts, index) >= HEADLINE_WORDS;
  return isLong && linkDensity(block) >= LINKED && isOwnLink(facts, block);
}

/** Whether a block is a headline as a link and, behind a break, what it says of its page. */
export function isCardLine(facts: PageFacts, index: number): boolean {
  const { tree, blocks } = facts;
  const { links, breaks, chars, linkChars, first } = blocks[index] as Block;
  if (links !== 1 || breaks !== 1 || chars > CARD_CHARS || linkChars < LINK_CHARS) return false;
  return (
    tree.tag[tree.parent[first] as number] === TAG.a && isOwnLink(facts, blocks[index] as Block)
  );
}

/** Takes out an `aside` of one such card and a label over it, between two paragraphs. */
export function dropCardLine(facts: PageFacts, kept: Uint8Array, index: number): void {
  const { tree, blocks } = facts;
  let box = (blocks[index] as Block).node;
  while (box > 0 && tree.tag[box] !== TAG.aside) box = tree.parent[box] as number;
  if (box <= 0) return;
  const [from, to] = blocksIn(facts, box);
  const isLed = from === index || (from === index - 1 && isLabel(facts, from));
  if (isLed && to === index + 1) dropRange(kept, from, to);
}

/** The element that holds the link around a block. */
export const boxOf = ({ tree, blocks }: PageFacts, index: number): number =>
  tree.parent[linkAround(tree, blocks[index] as Block)] as number;

/** The blocks of a card that lies in one link to another page: a headline and a few words under it; null for others. */
export function linkedCard(
  facts: PageFacts,
  index: number,
): readonly [from: number, to: number] | null {
  const { tree, blocks } = facts;
  const block = blocks[index] as Block;
  if (linkDensity(block) < LINKED) return null;
  const link = linkAround(tree, block);
  if (link === 0 || !isOwnLink(facts, block)) return null;
  const [from, to] = blocksIn(facts, link);
  const isSmall = to - from > 1 && to - from <= CARD_BLOCKS;
  return from === index && isSmall && wordsOf(facts, from) >= HEADLINE_WORDS ? [from, to] : null;
}
