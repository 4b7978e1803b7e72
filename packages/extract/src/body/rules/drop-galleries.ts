import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import type { TextFacts } from '../scan.ts';
import { shareElsewhere } from './elsewhere.ts';
import { isAllItems, itemOf, rootOf } from './items.ts';
import { isOwnLink } from './own-link.ts';
import {
  blocksIn,
  endOfLook,
  hasPicture,
  keptBlocks,
  keptWords,
  type Rule,
  wordsOf,
} from './rule.ts';
import { isBelowLinkedPicture, isShortSlide, SLIDES, slideWords } from './slide-marks.ts';

/** Words of a caption, which is out of the text anyway. */
const CAPTION_WORDS = 4;
const FEWEST = 3;
/** Blocks before the first kept one among which a gallery may begin. */
const BEFORE = 10;
/** Headlines of the same site with a picture each are told by two. */
const FEWEST_CARDS = 2;
/** More things with a picture and a link each are what the article lists. */
const MOST_CARDS = 8;
/** Words of a headline, and nodes of a card before it among which its picture stands. */
const HEADLINE_WORDS = 4;
const CARD_NODES = 12;
/** Words of a gallery that is one line. */
const REEL_WORDS = 120;
const LINKED = 0.9;
/** Words of a heading over a gallery. */
const HEADING_WORDS = 12;
/** Of an own gallery's words, the article has at least so many. */
const OWN = 0.25;
/** What leads to other pages of the house, picture by picture, shares their common words. */
const OWN_CARDS = 0.5;

/** Whether marks are terms that what is said of them follows, in one slot each. */
function isTermed({ blocks, elements }: PageFacts, marks: readonly number[]): boolean {
  const slots = marks.map((mark) => {
    const { node } = blocks[mark + 1] ?? { node: -1 };
    return marks.includes(mark + 1) ? undefined : elements.path[node];
  });
  return slots[0] !== undefined && slots.every((slot) => slot === slots[0]);
}

/** The first item of the root that is like one of them: the slide shown first has another class. */
function firstItem({ tree, blocks, titleBlock }: PageFacts, root: number, item: number): number {
  const title = titleBlock < 0 ? 0 : (blocks[titleBlock] as Block).node;
  for (let at = root + 1; at < item; at = tree.end[at] as number) {
    if (at <= title || tree.tag[at] !== tree.tag[item]) continue;
    // Paragraphs of the text may be of the same tag: slides have pictures.
    if (hasPicture(tree, at, tree.end[at] as number)) return at;
  }
  return item;
}

/** Names of elements that show one picture after the other, and words of a slide in one. */
const NAMED = /carousel|slider|swiper|slick|slideshow|diapo|galerie|galler|galeria/i;
const NAMED_WORDS = 2;

/** The line over pictures. */
const LABEL =
  /^\P{L}*(?:en (?:images|photos)|(?:les )?photos du jour|in pictures|picture gallery|galer(?:ie|ía|ia)|diaporama|bildergalerie|(?:las )?fotos del día|صور|بالصور|ألبوم)(?!\p{L})/iu;

/** Whether an element, or the one around it, is called a gallery, or the line before the first of its slides says so. */
const isNamedGallery = ({ tree, blocks }: PageFacts, root: number, first: number): boolean =>
  [root, tree.parent[root] as number].some((node) => NAMED.test(tree.attr(node, 'class') ?? '')) ||
  LABEL.test(blocks[first - 1]?.text ?? '');

/** Whether a paragraph between slides lies outside of them in the slot that paragraphs before them have: the text goes on there. */
function hasTextBetween(
  facts: PageFacts,
  kept: Uint8Array,
  root: number,
  marks: readonly number[],
): boolean {
  const { blocks, elements, tree } = facts;
  const [first = 0] = marks;
  const isMark = new Set(marks);
  const slots = new Set<number>();
  for (let index = kept.indexOf(1); index >= 0 && index < first; index++)
    if (kept[index]) slots.add(elements.path[(blocks[index] as Block).node] as number);
  let end = 0;
  for (let index = first; index <= (marks[marks.length - 1] as number); index++) {
    const { node, first: text } = blocks[index] as Block;
    if (isMark.has(index)) end = tree.end[itemOf(facts, root, index)] as number;
    else if (kept[index] && text >= end && slots.has(elements.path[node] as number)) return true;
  }
  return false;
}

/** Takes out the slides that marks of one kind belong to, with the heading over them, when they tell of something else. */
function dropSlides(
  facts: PageFacts,
  kept: Uint8Array,
  marks: readonly number[],
  areCards: boolean,
): void {
  const { blocks, tree } = facts;
  const first = marks[0] as number;
  const last = marks[marks.length - 1] as number;
  const root = rootOf(facts, first, last);
  if (!isAllItems(facts, kept, root, marks) || hasTextBetween(facts, kept, root, marks)) return;
  let [from] = blocksIn(facts, firstItem(facts, root, itemOf(facts, root, first)));
  const end = blocksIn(facts, itemOf(facts, root, last))[1];
  const to = Math.max(end, isTermed(facts, marks) ? last + 2 : 0);
  const words = keptWords(facts, kept, from, to);
  const isCaption = tree.tag[(blocks[first] as Block).node] === TAG.figcaption;
  const plain = isNamedGallery(facts, root, first) ? NAMED_WORDS : slideWords(facts, first);
  const least = isCaption || areCards ? CAPTION_WORDS : plain;
  if (words < marks.length * least) return;
  if (keptWords(facts, kept, 0, from) + keptWords(facts, kept, to) <= words) return;
  if (shareElsewhere(facts, kept, from, to) >= (areCards ? OWN_CARDS : OWN)) return;
  // A heading over them, in the part that is theirs or right before it, goes with them.
  const before = blocks[from - 1];
  const isNear = before !== undefined && before.first > (tree.parent[root] as number);
  if (isNear && from - 1 !== facts.titleBlock && wordsOf(facts, from - 1) < HEADING_WORDS) from--;
  kept.fill(0, from, to);
}

/** Whether a block is nothing but another page's headline, below a picture of its own. */
function isCard(facts: PageFacts, index: number): boolean {
  const { tree, blocks } = facts;
  const block = blocks[index] as Block;
  if (wordsOf(facts, index) < HEADLINE_WORDS) return false;
  if (isBelowLinkedPicture(facts, index)) return true;
  if (linkDensity(block) < LINKED) return false;
  if (!isOwnLink(facts, block)) return false;
  const before = blocks[index - 1]?.last ?? 0;
  const from = Math.max(before, block.first - CARD_NODES) + 1;
  return hasPicture(tree, from, block.first + 1);
}

/** «1/3 … 2/3 … 3/3». */
const COUNTER = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?![\d/])/gu;

/** Whether a block is a whole gallery: one line that counts its slides. */
function isReel(facts: PageFacts, index: number): boolean {
  const { digits } = facts.texts[index] as TextFacts;
  if (digits < 4 || wordsOf(facts, index) > REEL_WORDS) return false;
  const counters = [...(facts.blocks[index] as Block).text.matchAll(COUNTER)];
  const [first] = counters;
  return (
    counters.length > 1 &&
    counters.every(([, at, of], place) => Number(at) === place + 1 && of === first?.[2])
  );
}

/** Takes out galleries of other stories: slides that are numbered, captioned, or headed by links, and speak of something else. */
export const dropGalleries: Rule = (facts, kept) => {
  const { blocks, elements, titleBlock } = facts;
  const end = endOfLook(kept);
  for (const index of keptBlocks(kept)) {
    const isOwn = () => shareElsewhere(facts, kept, index, index + 1) >= OWN;
    if (isReel(facts, index) && !isOwn()) kept[index] = 0;
  }
  const begin = Math.max(titleBlock + 1, kept.indexOf(1) - BEFORE);
  for (const isMark of SLIDES) {
    const slots = new Map<number, number[]>();
    for (let index = begin; index < end; index++) {
      if (!isMark(facts, index)) continue;
      const path = elements.path[(blocks[index] as Block).node] as number;
      const slot = slots.get(path);
      if (slot) slot.push(index);
      else slots.set(path, [index]);
    }
    for (const marks of slots.values()) {
      if (isMark === isBelowLinkedPicture && marks.length > MOST_CARDS) continue;
      const [first = 0] = marks;
      const last = marks[marks.length - 1] as number;
      if (isMark === isShortSlide && !isNamedGallery(facts, rootOf(facts, first, last), first))
        continue;
      const areCards = marks.length >= FEWEST_CARDS && marks.every((at) => isCard(facts, at));
      if (areCards || marks.length >= FEWEST) dropSlides(facts, kept, marks, areCards);
    }
  }
};
