import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import { groupMask } from '../class-words.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import type { TextFacts } from '../scan.ts';
import { CONTEXT_TAGS } from '../tag-sets.ts';
import { hasTag, isHeadlineText, keptWords, type Rule, wordsOf } from './rule.ts';

/** A longer text opens with a summary of itself, which publishers count to it or not; a short one with its first paragraph. */
const SHORT_TEXT = 200;
/** The text begins so near to its headline. */
const NEAR = 8;
const WORDS = [6, 60] as const;
/** More of its words are in the links of a line than in a sentence. */
const LINKED = 0.2;
/** What stands on the page once more is a copy. */
const REPEATED = 0.5;

/** Names of parts that speak of something else; where a part stands says nothing here. */
const OTHERS = groupMask('comment', 'consent', 'newsletter', 'promo', 'related', 'share');
const OTHER_TAGS = CONTEXT_TAGS.reduce(
  (bits, tag, at) =>
    ['aside', 'nav', 'form', 'dialog', 'figcaption'].includes(tag) ? bits | (1 << at) : bits,
  0,
);

const isOfOthers = ({ parts }: PageFacts, node: number): boolean =>
  ((parts.names[node] as number) & OTHERS) !== 0 ||
  ((parts.context[node] as number) & OTHER_TAGS) !== 0;

const PICTURES = [TAG.img, TAG.video];

/** Whether a picture stands between a block and the one before it: the line is said of that. */
function isUnderPicture({ tree, blocks }: PageFacts, index: number): boolean {
  const { last } = blocks[index - 1] as Block;
  return hasTag(tree, last, (blocks[index] as Block).first, PICTURES);
}

/** Whether a block is a sentence of its own, and nothing else on the page says it. */
function isSentence(facts: PageFacts, index: number): boolean {
  const block = facts.blocks[index] as Block;
  const words = wordsOf(facts, index);
  if (words < WORDS[0] || words > WORDS[1] || linkDensity(block) > LINKED) return false;
  const { lastClass, promos } = facts.texts[index] as TextFacts;
  if (lastClass !== CHAR.stop || promos > 0 || facts.listOf[index] !== 0) return false;
  if ((facts.repeats.shares[index] as number) > REPEATED) return false;
  return !isOfOthers(facts, block.node) && !isHeadlineText(facts, index);
}

/** Keeps the sentence between the headline of a short text and its first kept paragraph, in whatever part of the page it stands. */
export const keepLead: Rule = (facts, kept) => {
  const { titleBlock } = facts;
  const first = kept.indexOf(1, titleBlock + 1);
  if (titleBlock < 0 || first < 0 || first - titleBlock > NEAR) return;
  if (keptWords(facts, kept) > SHORT_TEXT) return;
  for (let index = titleBlock + 1; index < first; index++) {
    if (isUnderPicture(facts, index)) continue;
    if (!isSentence(facts, index)) continue;
    kept[index] = 1;
    return;
  }
};
