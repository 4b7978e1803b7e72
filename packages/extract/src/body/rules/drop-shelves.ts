import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { isLabel, isLinkedHeadline } from './cards.ts';
import { speaksOfOthers } from './elsewhere.ts';
import { isOwnLink } from './own-link.ts';
import { blocksIn, dropRange, isOpen, keptWords, type Rule, wordsOf } from './rule.ts';
import { isShelfLabel } from './shelf-labels.ts';

const FEWEST = 2;
const HEADLINE_WORDS = 4;
/** Words that a piece on a shelf says of itself. */
const SAID_WORDS = 40;
const MOST_BLOCKS = 16;
/** Characters of a label that shares its line with the headlines, and of each of these. */
const LABEL_CHARS = 40;
const LINK_CHARS = 20;
/** What speaks of something else has fewer of the other words, and of the title's. */
const OWN = 0.4;
/** The other words are so many times as many: what an article lists of its own is most of it. */
const TIMES = 1.2;

/** Whether a line is a label and headlines of other pages, one behind the other. */
function isShelfLine(facts: PageFacts, index: number): boolean {
  const block = facts.blocks[index] as Block;
  const { links, chars, linkChars } = block;
  if (links < FEWEST || facts.listOf[index] !== 0 || !isOpen(facts, index)) return false;
  const rest = chars - linkChars;
  const isLed = rest > 0 && rest <= LABEL_CHARS && linkChars >= links * LINK_CHARS;
  return isLed && isOwnLink(facts, block);
}

/** The blocks of the innermost box that a label opens; null where it holds more than a shelf does. */
function boxUnder(facts: PageFacts, label: number): readonly [from: number, to: number] | null {
  const { tree, blocks } = facts;
  for (let up = (blocks[label] as Block).node; up > 0; up = tree.parent[up] as number) {
    const [from, to] = blocksIn(facts, up);
    if (from !== label || to - from > MOST_BLOCKS) return null;
    if (to - from > FEWEST) return [from, to];
  }
  return null;
}

/** Whether what stands under a label are headlines of other pages, each with a few words; without links, a known label's. */
function isShelf(facts: PageFacts, label: number, to: number): boolean {
  let headlines = 0;
  let lines = 0;
  for (let at = label + 1; at < to; at++) {
    const words = wordsOf(facts, at);
    if (words > SAID_WORDS) return false;
    if (isLinkedHeadline(facts, at)) headlines++;
    else if (words >= HEADLINE_WORDS && isOpen(facts, at)) lines++;
  }
  if (headlines > 0) return headlines >= FEWEST;
  return lines === to - label - 1 && isShelfLabel((facts.blocks[label] as Block).text);
}

/** The blocks of a shelf that begins at one, and the first that is no label; null without one. */
function shelfAt(facts: PageFacts, index: number) {
  if (isShelfLine(facts, index)) return { from: index, first: index, to: index + 1 };
  const box = isLabel(facts, index) ? boxUnder(facts, index) : null;
  if (box === null || !isShelf(facts, ...box)) return null;
  return { from: index, first: index + 1, to: box[1] };
}

/** Takes out labelled boxes of other pages' headlines, with or without what they say, that speak of something else. */
export const dropShelves: Rule = (facts, kept) => {
  const { titleBlock } = facts;
  // A label may be out before what stands under it is.
  const last = kept.lastIndexOf(1);
  for (let index = Math.max(0, kept.indexOf(1) - 1); index <= last; index++) {
    const shelf = shelfAt(facts, index);
    if (shelf === null) continue;
    const { from, first, to } = shelf;
    if (titleBlock >= from && titleBlock < to) continue;
    const words = keptWords(facts, kept, from, to);
    if (words * TIMES > keptWords(facts, kept) - words) continue;
    if (speaksOfOthers(facts, kept, first, to, OWN)) dropRange(kept, from, to);
  }
};
