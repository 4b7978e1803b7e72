import { isPrompt } from '../asks-to-subscribe.ts';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { isHeading } from '../tag-sets.ts';
import { blocksIn, dropRange, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Kept blocks at the end of a text that breaks off. */
const LAST = 4;
/** Of them, the last ones may be long; further up the prompt is a heading over an offer. */
const LONG = 2;
const HEADING_CHARS = 110;

/** Kept words that may follow the prompt, together and in one line: the offer. */
const OFFER_WORDS = 60;
const LINE_WORDS = 20;
/** A label over the prompt: «Premium», «Article abonnés». */
const LABEL_WORDS = 2;

/** Whether nothing but short lines is kept behind a block. */
function isOfferBelow(facts: PageFacts, kept: Uint8Array, index: number): boolean {
  for (let at = index + 1; at < kept.length; at++)
    if (kept[at] && wordsOf(facts, at) > LINE_WORDS) return false;
  return keptWords(facts, kept, index + 1) <= OFFER_WORDS;
}

/** Blocks of a box that asks. */
const BOX_BLOCKS = 6;

/** Whether a line opens a small box of its own that goes on to ask. */
function opensPromptBox(facts: PageFacts, kept: Uint8Array, index: number): boolean {
  const { tree, blocks } = facts;
  const [from, to] = blocksIn(facts, tree.parent[(blocks[index] as Block).node] as number);
  if (from !== index || to - from > BOX_BLOCKS || kept.subarray(from + 1, to).includes(1))
    return false;
  return blocks.slice(from + 1, to).some(isPrompt);
}

/** Takes out the line behind which the text goes on for those who pay, and the offer below it. */
export const dropPrompts: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  let index = kept.lastIndexOf(1);
  for (let seen = 0; seen < LAST && index > 0; seen++) {
    const before = kept.lastIndexOf(1, index - 1);
    const block = blocks[index] as Block;
    if ((seen < LONG || block.chars <= HEADING_CHARS) && isPrompt(block)) {
      if (isOfferBelow(facts, kept, index)) dropRange(kept, index, kept.length);
      kept[index] = 0;
      // The heading over it: «Want to keep reading?»
      const heading = blocks[before];
      const isLabel =
        heading &&
        (isHeading[tree.tag[heading.node] as number] || wordsOf(facts, before) <= LABEL_WORDS);
      if (before === index - 1 && isLabel) kept[before] = 0;
    }
    index = before;
  }
  for (const line of keptBlocks(kept))
    if (line > 0 && wordsOf(facts, line) <= LINE_WORDS && opensPromptBox(facts, kept, line))
      kept[line] = 0;
};
