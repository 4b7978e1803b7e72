import { attributeId, NODE, TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import {
  blockAt,
  blocksIn,
  dropRange,
  isHeadlineText,
  keptWords,
  type Rule,
  wordsOf,
} from './rule.ts';

/** Words of what stands around a form, and the share of the body that they are at most. */
const MOST_WORDS = 80;
const SHARE = 0.3;
/** Longer lines that do not invite are paragraphs. */
const PARAGRAPH_WORDS = 20;
/** Blocks before a form that may introduce it. */
const BEFORE = 3;
/** Fields that are looked at; surveys have more. */
const MOST_FIELDS = 30;
const TYPE = attributeId('type');
const MAIL = /e-?mail|courriel|بريد/i;

/** Whether a field is for an address or for words of one's own: nobody is asked for them inside of an article. */
function asks({ tree }: PageFacts, node: number): boolean {
  if (tree.tag[node] === TAG.textarea) return true;
  for (let row = tree.attrFrom(node); row < tree.attrTo(node); row++) {
    if (tree.attrId(row) === TYPE && tree.attrValue(row).toLowerCase() === 'hidden') return false;
  }
  return ['type', 'name', 'placeholder'].some((name) => MAIL.test(tree.attr(node, name) ?? ''));
}

/** What invites to a form says so. */
const invites = ({ texts }: PageFacts, index: number): boolean => {
  const { promos, comments } = texts[index] as TextFacts;
  return promos + comments > 0;
};

/** The lines right before a form that stands among the paragraphs: from a heading on, or one that invites. */
function dropIntroduction(facts: PageFacts, kept: Uint8Array, form: number): void {
  const { tree, blocks } = facts;
  const to = blockAt(facts, form);
  let words = 0;
  let isInvited = false;
  for (let index = to - 1; index >= Math.max(1, to - BEFORE); index--) {
    words += wordsOf(facts, index);
    isInvited ||= invites(facts, index);
    const isLong = wordsOf(facts, index) > PARAGRAPH_WORDS;
    const isText = isLong && (facts.texts[index] as TextFacts).promos === 0;
    if (words > MOST_WORDS || isText) return;
    if (isHeading[tree.tag[(blocks[index] as Block).node] as number]) {
      // The headline said twice introduces no form.
      const isTitle = index === facts.titleBlock || isHeadlineText(facts, index);
      if (isInvited && !isTitle) dropRange(kept, index, to);
      return;
    }
  }
}

/** The next node with one of two tags from a node on; the tree's size when there is none. */
function nextOf({ tag, size }: Tree, one: number, other: number, from: number): number {
  const found = [tag.indexOf(one, from), tag.indexOf(other, from)];
  return Math.min(...found.map((node) => (node < 0 ? size : node)));
}

/** Takes out the small part of the page around a field, or what introduces it. */
function dropAround(facts: PageFacts, kept: Uint8Array, field: number, most: number): void {
  const { tree, blocks, titleBlock } = facts;
  const title = blocks[titleBlock]?.first ?? 0;
  let box = field;
  let [from, to] = [0, 0];
  for (let up = tree.parent[field] as number; up > title; up = tree.parent[up] as number) {
    const range = blocksIn(facts, up);
    if (keptWords(facts, kept, ...range) > most) break;
    box = up;
    [from, to] = range;
  }
  if (keptWords(facts, kept, from, to) > 0) dropRange(kept, from, to);
  else dropIntroduction(facts, kept, box);
}

/** Takes out what stands around fields for an address or for a comment: invitations, rules, thanks. */
export const dropForms: Rule = (facts, kept) => {
  const { tree, blocks, titleBlock } = facts;
  const title = blocks[titleBlock]?.first ?? 0;
  const next = (from: number): number => nextOf(tree, TAG.input, TAG.textarea, from);
  let most = -1;
  let seen = 0;
  for (let node = next(title + 1); node < tree.size && seen < MOST_FIELDS; node = next(node + 1)) {
    if (tree.kind[node] !== NODE.element || !asks(facts, node)) continue;
    if (most < 0) most = Math.min(MOST_WORDS, SHARE * keptWords(facts, kept));
    seen++;
    dropAround(facts, kept, node, most);
  }
};
