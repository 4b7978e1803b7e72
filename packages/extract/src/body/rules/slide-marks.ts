import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { isOwnAddress } from './own-link.ts';
import { blocksIn, hasPicture, wordsOf } from './rule.ts';

/** «3/8» before or after a caption's heading. */
const NUMBERED = /^\(?\d{1,3}\s*(?:\/|of|sur|von|من)\s*\d{1,3}\b/iu;
/** Nodes between a picture and what is said of it. */
const PICTURE_NODES = 5;
/** Words of a slide: less is a list of names. */
const SLIDE_WORDS = 8;
/** Arabic writes articles and prepositions into its words. */
const ARABIC = /\p{Script=Arabic}/u;
const ARABIC_SLIDE_WORDS = 4;
/** Words of what a card says of its page. */
const CARD_WORDS = 25;
const LONGEST_HEADING = 120;
const LINKED = 0.9;

/** What makes a block the mark of one slide among others. */
export const SLIDES: readonly ((facts: PageFacts, index: number) => boolean)[] = [
  ({ blocks, texts }, index) => {
    const { digits, firstClass } = texts[index] as TextFacts;
    if (digits < 2 || (firstClass !== CHAR.digit && firstClass !== CHAR.bracket)) return false;
    const block = blocks[index] as Block;
    return block.chars < LONGEST_HEADING && NUMBERED.test(block.text);
  },
  ({ tree, blocks }, index) => tree.tag[(blocks[index] as Block).node] === TAG.figcaption,
  ({ tree, blocks }, index) => {
    const block = blocks[index] as Block;
    return isHeading[tree.tag[block.node] as number] === 1 && linkDensity(block) >= LINKED;
  },
  ({ blocks }, index) => {
    const block = blocks[index] as Block;
    return !block.split && linkDensity(block) >= LINKED;
  },
  (facts, index) => isTitled(facts, index) && isPictured(facts, index),
  isBelowLinkedPicture,
  (facts, index) => !isTitled(facts, index) && isPictured(facts, index) && isAlone(facts, index),
  isShortSlide,
];

/** Words of a slide in what is called a gallery. */
const SHORT_SLIDE = 3;
const SHORT_CHARS = 80;

/** Whether a block is a few words below a picture, alone in their part: a slide where the whole is called a gallery. */
export function isShortSlide(facts: PageFacts, index: number): boolean {
  if ((facts.blocks[index] as Block).chars > SHORT_CHARS) return false;
  const words = wordsOf(facts, index);
  if (words < SHORT_SLIDE || words > SLIDE_WORDS || isTitled(facts, index)) return false;
  return isPictured(facts, index) && isOnlyText(facts, index);
}

/** Words that a slide has at least. */
export const slideWords = ({ blocks }: PageFacts, index: number): number =>
  ARABIC.test((blocks[index] as Block).text) ? ARABIC_SLIDE_WORDS : SLIDE_WORDS;

const isTitled = ({ tree, blocks }: PageFacts, index: number): boolean =>
  isHeading[tree.tag[(blocks[index] as Block).node] as number] === 1;

/** Whether a picture stands between a block's text and the one before. */
function isPictured({ tree, blocks }: PageFacts, index: number): boolean {
  const { node, first } = blocks[index] as Block;
  const before = blocks[index - 1]?.last ?? 0;
  return hasPicture(tree, Math.max(before + 1, node - PICTURE_NODES), first);
}

/** Whether a picture that leads to another page of the house stands right before a block, in the same part. */
export function isBelowLinkedPicture(facts: PageFacts, index: number): boolean {
  const { tree, blocks, host } = facts;
  const { node, first, linkChars } = blocks[index] as Block;
  if (linkChars > 0 || wordsOf(facts, index) > CARD_WORDS) return false;
  const part = tree.parent[node] as number;
  const before = blocks[index - 1]?.last ?? 0;
  for (let at = first - 1; at > Math.max(before, part, node - PICTURE_NODES); at--) {
    if (tree.tag[at] !== TAG.img) continue;
    const link = tree.parent[at] as number;
    return tree.tag[link] === TAG.a && link > part && isOwnAddress(tree.attr(link, 'href'), host);
  }
  return false;
}

/** Whether a block is all the text of its part, a slide with one text, and that is a sentence. */
function isAlone(facts: PageFacts, index: number): boolean {
  if (wordsOf(facts, index) < slideWords(facts, index)) return false;
  return isOnlyText(facts, index);
}

/** Whether a block is all the text of its part, below a picture in it or before it. */
function isOnlyText(facts: PageFacts, index: number): boolean {
  const { tree, blocks } = facts;
  const { node, first, split } = blocks[index] as Block;
  if (hasPicture(tree, node, first)) return !split;
  const [from, to] = blocksIn(facts, tree.parent[node] as number);
  return to - from === 1;
}
