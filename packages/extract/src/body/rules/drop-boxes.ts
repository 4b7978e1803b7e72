import { NODE, TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import { isHeading } from '../tag-sets.ts';
import { boxOf, dropCardLine, isCardLine, isLabel, linkedCard } from './cards.ts';
import { linkAround, linksIn } from './links.ts';
import { isOwnLink } from './own-link.ts';
import {
  blocksIn,
  dropRange,
  hasPicture,
  keptBlocks,
  keptWords,
  type Rule,
  wordsOf,
} from './rule.ts';

/** Words of a headline. */
const HEADLINE_WORDS = 4;
const LINKED = 0.9;
const MOST_BLOCKS = 8;
/** Blocks of a card, and characters of what it says of its page. */
const CARD_BLOCKS = 3;
const CARD_CHARS = 220;
/** A day beside a headline, in figures or with its month in a word. */
const DAY = /\d{1,2}(?:er)?\s\p{L}{3,}\P{L}*$|\d[./-]\d{1,2}(?:[./-]\d+)?\P{L}*$/u;
const DAY_CHARS = 20;
/** Links of a row. */
const FEWEST_LINKS = 2;
/** Parts of a link that is a card. */
const FEWEST_PARTS = 2;
/** Characters of a label over links that are lines, and of each of these. */
const LABEL_CHARS = 40;
const LINK_CHARS = 20;
/** Of the body, such boxes are no more than this. */
const SHARE = 0.3;
const BOXES = new Set<number>([TAG.div, TAG.aside, TAG.section, TAG.blockquote, TAG.table]);

/** Whether all that stands beside a block's links is a day. */
const isDayBeside = ({ chars, linkChars, text }: Block): boolean =>
  linkChars > 0 && chars - linkChars <= DAY_CHARS && chars <= CARD_CHARS && DAY.test(text);

const isHeadline = (facts: PageFacts, index: number): boolean => {
  const block = facts.blocks[index] as Block;
  return (
    (linkDensity(block) >= LINKED || isDayBeside(block)) &&
    wordsOf(facts, index) >= HEADLINE_WORDS &&
    isOwnLink(facts, block)
  );
};

function hasHeading({ tree, blocks }: PageFacts, index: number): boolean {
  const { node, last } = blocks[index] as Block;
  for (let at = node; at <= last; at++) if (isHeading[tree.tag[at] as number]) return true;
  return false;
}

/** Whether a few words stand before a headline in the link that is both of theirs: the kind of piece. */
function isKicker(facts: PageFacts, index: number): boolean {
  const block = facts.blocks[index] as Block;
  // A few words without an element of their own have the link inside of their block.
  const link = linkAround(facts.tree, block) || (linksIn(facts.tree, block)[0] ?? 0);
  if (link === 0 || wordsOf(facts, index) >= HEADLINE_WORDS) return false;
  const next = facts.texts[index + 1];
  if (next === undefined || next.lastClass === CHAR.stop) return false;
  return (
    linkAround(facts.tree, facts.blocks[index + 1] as Block) === link &&
    isHeadline(facts, index + 1)
  );
}

/** The largest box around a headline that holds labels and headlines alone, or headlines that are headings; null without one. */
function boxAround(facts: PageFacts, index: number): readonly [from: number, to: number] | null {
  const { tree, blocks } = facts;
  let found: readonly [number, number] | null = null;
  for (let up = (blocks[index] as Block).node; up > 0; up = tree.parent[up] as number) {
    const [from, to] = blocksIn(facts, up);
    if (to - from > MOST_BLOCKS) break;
    let labels = 0;
    let titles = 0;
    for (let at = from; at < to; at++) {
      if (isLabel(facts, at) || isKicker(facts, at)) labels++;
      else if (!isHeadline(facts, at)) return found;
      else if (hasHeading(facts, at)) titles++;
    }
    // A picture in one cell, a headline in the other.
    if (
      to - from === 1 &&
      tree.tag[up] === TAG.table &&
      hasPicture(tree, up, tree.end[up] as number) &&
      isBetweenLines(facts, up, from, to)
    )
      return [from, to];
    const isBox = tree.kind[up] === NODE.element && BOXES.has(tree.tag[up] as number);
    const isTold = labels > 0 ? labels * 2 <= to - from : titles === to - from;
    if (isBox && isTold) found = [from, to];
  }
  return found;
}

/** Whether a block is a row of links with a picture each: cards of other pages. */
function isCards(facts: PageFacts, index: number): boolean {
  const { tree, blocks, listOf } = facts;
  const block = blocks[index] as Block;
  if (block.links < FEWEST_LINKS || linkDensity(block) < LINKED || listOf[index] !== 0)
    return false;
  let pictures = 0;
  for (let at = block.node; at <= block.last; at++) if (tree.tag[at] === TAG.img) pictures++;
  return pictures >= block.links - 1 && isOwnLink(facts, block);
}

/** Whether nothing parts the links of a block: a sheet draws each in a line of its own. */
function areGlued({ tree }: PageFacts, block: Block): boolean {
  const links = linksIn(tree, block);
  for (const [at, link] of links.entries())
    for (let node = tree.end[link] as number; node < (links[at + 1] ?? 0); node++)
      if (tree.kind[node] === NODE.text) return false;
  return true;
}

/** Whether a block is a label and, line by line, headlines of other pages. */
function isLinkedLines(facts: PageFacts, index: number): boolean {
  const block = facts.blocks[index] as Block;
  const { links, breaks, chars, linkChars } = block;
  if (links < FEWEST_LINKS || facts.listOf[index] !== 0) return false;
  if (breaks < links - 1 && !areGlued(facts, block)) return false;
  if (chars - linkChars > LABEL_CHARS || linkChars < links * LINK_CHARS) return false;
  return isOwnLink(facts, block);
}

/** Whether a block is one link that an element of its own parts into what kind of piece it leads to, its headline, and what that says. */
function isPartedLink(facts: PageFacts, index: number): boolean {
  const { tree, blocks } = facts;
  const block = blocks[index] as Block;
  if (block.links !== 1 || linkDensity(block) < LINKED || block.chars > CARD_CHARS) return false;
  if (wordsOf(facts, index) < HEADLINE_WORDS || !isOwnLink(facts, block)) return false;
  const link = linksIn(tree, block)[0] ?? linkAround(tree, block);
  let parts = 0;
  for (let at = link + 1; at < (tree.end[link] as number); at = tree.end[at] as number) {
    if (tree.kind[at] === NODE.text && !tree.isBlank(at)) return false;
    if (tree.kind[at] === NODE.element && (tree.end[at] as number) > at + 1) parts++;
  }
  return parts >= FEWEST_PARTS;
}

/** Whether a block stands between two paragraphs. */
const isBetweenParagraphs = ({ blocks, texts }: PageFacts, index: number): boolean =>
  [index - 1, index + 1].every((beside) => {
    const text = texts[beside];
    if (text === undefined || (blocks[beside] as Block).linkChars > 0) return false;
    return text.tokenEnd - text.tokenStart >= PARAGRAPH_WORDS;
  });

/** Words of a paragraph that a box stands beside. */
const PARAGRAPH_WORDS = 15;

/** Whether a box stands between two paragraphs of one element: among its like it is one of a list. */
function isBetweenLines(
  { tree, blocks, texts }: PageFacts,
  box: number,
  from: number,
  to: number,
): boolean {
  return [from - 1, to].every((index) => {
    const block = blocks[index];
    const text = texts[index];
    if (!block || !text || block.linkChars > 0) return false;
    const isLong = text.tokenEnd - text.tokenStart >= PARAGRAPH_WORDS;
    return isLong && tree.parent[block.node] === tree.parent[box];
  });
}

/** Whether a box around a headline is one card: a picture or a label, the headline, and a few words on that page. */
function cardAround(facts: PageFacts, index: number): readonly [from: number, to: number] | null {
  const { tree, blocks } = facts;
  for (
    let up = tree.parent[(blocks[index] as Block).first] as number;
    up > 0;
    up = tree.parent[up] as number
  ) {
    const [from, to] = blocksIn(facts, up);
    if (to - from > CARD_BLOCKS) return null;
    if (to - from === 1 || !BOXES.has(tree.tag[up] as number)) continue;
    const texts = blocks.slice(from, to).filter((_, at) => from + at !== index);
    const isSaid = texts.every(({ linkChars, chars }) => linkChars === 0 && chars <= CARD_CHARS);
    const isHeaded =
      index === from + 1 && isLabel(facts, from) && isBetweenLines(facts, up, from, to);
    const isCard = index === from && hasPicture(tree, up, tree.end[up] as number);
    return isSaid && (isCard || isHeaded) ? [from, to] : null;
  }
  return null;
}

/** Whether a label shares its box with headlines of other pages alone. */
function isOverHeadlines(facts: PageFacts, index: number): boolean {
  const { tree, blocks } = facts;
  // A label without an element of its own stands in the box itself.
  const { node } = blocks[index] as Block;
  const [, end] = blocksIn(facts, node);
  const box = end > index + 1 ? node : (tree.parent[node] as number);
  const [from, to] = blocksIn(facts, box);
  if (facts.listOf[index] !== 0 || from !== index) return false;
  if (to - from < 2 || to - from > MOST_BLOCKS) return false;
  for (let at = index + 1; at < to; at++) if (!isHeadline(facts, at)) return false;
  return true;
}

/** Takes out boxes between the paragraphs that hold nothing but labels and headlines of other pages of the site. */
export const dropBoxes: Rule = (facts, kept) => {
  const { titleBlock } = facts;
  for (const index of keptBlocks(kept)) {
    if (isCards(facts, index) || isLinkedLines(facts, index)) kept[index] = 0;
    if (isPartedLink(facts, index) && isBetweenParagraphs(facts, index)) kept[index] = 0;
    // The headline of a card may be out already.
    const before = index - 1;
    if (before >= 0 && !kept[before] && isHeadline(facts, before)) {
      const card = cardAround(facts, before);
      if (card !== null && index < card[1]) kept[index] = 0;
    }
    if (isCardLine(facts, index)) dropCardLine(facts, kept, index);
    if (isLabel(facts, index) && isOverHeadlines(facts, index)) kept[index] = 0;
    const linked = linkedCard(facts, index);
    if (linked !== null && isBetweenLines(facts, boxOf(facts, index), ...linked))
      dropRange(kept, ...linked);
    if (!isHeadline(facts, index)) continue;
    const box = cardAround(facts, index) ?? boxAround(facts, index);
    if (box === null || (titleBlock >= box[0] && titleBlock < box[1])) continue;
    if (keptWords(facts, kept, ...box) <= SHARE * keptWords(facts, kept)) dropRange(kept, ...box);
  }
};
