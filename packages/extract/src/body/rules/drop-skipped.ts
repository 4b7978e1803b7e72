import type { Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { textOf } from '../marks/text-without.ts';
import type { PageFacts } from '../page-facts.ts';
import { linksIn } from './links.ts';
import { blocksIn, dropRange, keptWords, type Rule } from './rule.ts';

/** How a link over what is no part of the text is worded for those who hear the page: «Skip advertisement». */
const SKIP =
  /^\P{L}*(?:skip|jump past|passer|sauter|ignorer|aller au-delà|saltar|omitir|pular|ignorar|salta|überspring|\p{L}+ überspringen|atla|пропустить|lewati|تخط[ىيّ]?|تجاوز|بگذرید|رد شوید)(?!\p{L})/iu;
const MOST_CHARS = 160;
/** What is skipped is so much of the text at the most, so many words, and so many nodes. */
const SHARE = 0.3;
const MOST_WORDS = 60;
/** Blocks behind the text in which such a link may stand. */
const BEHIND = 2;
const MOST_NODES = 1_500;

/** The element behind a link to its own page, by the id that the link names; 0 without one near by. */
function targetOf(tree: Tree, link: number): number {
  const href = tree.attr(link, 'href') ?? '';
  if (href.length < 2 || !href.startsWith('#')) return 0;
  const id = href.slice(1);
  const end = Math.min(tree.size, link + MOST_NODES);
  for (let node = link + 1; node < end; node++) if (tree.attr(node, 'id') === id) return node;
  return 0;
}

/** Where what one may skip ends, by a link in a block that says so; 0 for other blocks. */
function skippedTo(facts: PageFacts, block: Block): number {
  const { tree } = facts;
  if (block.links === 0 || block.chars > MOST_CHARS || !block.text.includes(' ')) return 0;
  for (const link of linksIn(tree, block)) {
    if (SKIP.test(textOf(tree, link, tree.end[link] as number))) return targetOf(tree, link);
  }
  return 0;
}

/** Takes out what links of the page's own let its hearers skip: advertisements, promotions, lists of other stories. */
export const dropSkipped: Rule = (facts, kept) => {
  const { blocks } = facts;
  let all = -1;
  const end = Math.min(kept.length, kept.lastIndexOf(1) + 1 + BEHIND);
  for (let index = Math.max(0, kept.indexOf(1) - 1); index < end; index++) {
    const target = skippedTo(facts, blocks[index] as Block);
    if (target === 0) continue;
    // The place to go on from may say that it is one, or be the next paragraph's.
    const [from, to] = blocksIn(facts, target);
    const past = to - from === 1 && facts.tree.attr(target, 'tabindex') !== undefined ? to : from;
    if (all < 0) all = keptWords(facts, kept);
    const words = keptWords(facts, kept, index, past);
    if (words <= Math.min(MOST_WORDS, SHARE * all)) dropRange(kept, index, past);
  }
};
