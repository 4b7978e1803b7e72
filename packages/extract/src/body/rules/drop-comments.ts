import { attributeId, rowOf, TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { Group } from '../groups.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import {
  asksReaders,
  COUNTED,
  COUNTED_SAID,
  IS_TOLD_TOO,
  isCalledReaders,
  isHeadingOfReaders,
  LABELLED,
  NAMED_FIRST,
  REPLY,
  SAID,
  SIGNED,
} from './comment-words.ts';
import { blocksIn, dropRange, endOfLook, keptWords, type Rule, wordsOf } from './rule.ts';

const SHORTEST_GLUED = 8;
const LONGEST_RULES = 400;
/** Blocks at the end where they stand. */
const LAST = 6;
const LABEL_WORDS = 4;
const LONGEST_LABEL = 40;
const HEADING_WORDS = 8;
/** A heading that says nothing but «Comments» stands over them to the end of its part. */
const BARE_WORDS = 2;
/** One alone is the writer's own as well. */
const SINGLE =
  /^\P{L}*(?:comment(?:aire)?|kommentar|comentario|comentário|commento|reactie|yorum|комментарий|коментар|komentarz|σχόλιο|תגובה|دیدگاه|نظر|تبصرہ|تعليق)\P{L}*$/iu;
/** What readers wrote may be longer than the article, but what stands before has this many words. */
const ENOUGH = 30;

const digitless = ({ texts }: PageFacts, index: number): boolean =>
  (texts[index] as TextFacts).digits === 0;

/** Blocks that are nothing but a button to answer. */
function findReplies(facts: PageFacts, begin: number, end: number): number[] {
  const replies: number[] = [];
  for (let index = begin; index < end; index++) {
    const words = wordsOf(facts, index);
    if (words > LABEL_WORDS) continue;
    const block = facts.blocks[index] as Block;
    const { chars, links } = block;
    // Buttons that run into one another make a word that nobody knows.
    const mayBeGlued =
      words === 1 && links === 0 && chars >= SHORTEST_GLUED && chars <= LONGEST_LABEL;
    const isSaid = (facts.texts[index] as TextFacts).comments > 0;
    if ((isSaid || (mayBeGlued && digitless(facts, index))) && REPLY.test(block.text))
      replies.push(index);
  }
  return replies;
}

/** Whether a block ends with a link to answer it: what one reader wrote. */
function isAnswered({ tree, blocks, texts }: PageFacts, index: number): boolean {
  if ((texts[index] as TextFacts).comments === 0) return false;
  const { links, last, linkChars, chars, breaks } = blocks[index] as Block;
  // A line of its own that is nothing but the button.
  if (links === 0 && breaks > 1) return REPLY.test(tree.text(last).trim());
  if (links === 0 || linkChars > LONGEST_LABEL || linkChars * 2 > chars) return false;
  if (!isInLink(tree, last)) return false;
  const said = tree.text(last).trim();
  return /\p{L}/u.test(said) && REPLY.test(said);
}

function isInLink(tree: Tree, text: number): boolean {
  const parent = tree.parent[text] as number;
  return tree.tag[parent] === TAG.a || tree.tag[tree.parent[parent] as number] === TAG.a;
}

/** Takes out what readers wrote, a block each, where one after the other ends with a link to answer. */
function dropAnswered(facts: PageFacts, kept: Uint8Array, begin: number, end: number): void {
  for (let index = begin; index < end; index++) {
    const first = index;
    while (index < end && isAnswered(facts, index)) index++;
    if (index - first > 1 && keptWords(facts, kept, 0, first) >= ENOUGH)
      dropRange(kept, first, index);
  }
}

/** Elements around a block whose names are asked. */
const NAMED_STEPS = 4;
const LABEL = attributeId('aria-label');
const NAMED =
  /(?:^|[\s_])(?:[a-z]+-)?comment(?:s|aires)(?:-(?:list|area|section|block|box|thread|container|wrap\w*))?(?:\s|$)/i;

/** Whether an element is called «Comments», to those who hear the page or by its template. */
function isCalledComments(tree: Tree, node: number): boolean {
  const row = rowOf(tree, node, LABEL);
  const name = row < 0 ? '' : tree.attrValue(row);
  if (name !== '' && name.length <= LONGEST_LABEL && isCalledReaders(name)) return true;
  return NAMED.test(tree.attr(node, 'class') ?? '') || NAMED.test(tree.attr(node, 'id') ?? '');
}

/** Takes out the part around one of the last blocks that is called «Comments». */
function dropNamed(facts: PageFacts, kept: Uint8Array, index: number): void {
  const { tree, blocks } = facts;
  let up = tree.parent[(blocks[index] as Block).node] as number;
  for (let step = 0; step < NAMED_STEPS && up > 0; step++) {
    if (isCalledComments(tree, up)) {
      const [from, to] = blocksIn(facts, up);
      if (keptWords(facts, kept, 0, from) >= ENOUGH) dropRange(kept, from, to);
    }
    up = tree.parent[up] as number;
  }
}

/** The block after the last one in an element. */
function endOf({ tree, blocks }: PageFacts, node: number, from: number): number {
  let to = from;
  while (to < blocks.length && (blocks[to] as Block).node < (tree.end[node] as number)) to++;
  return to;
}

/** Takes out the part of the page that buttons to answer stand in which repeat in one slot. */
function dropThread(facts: PageFacts, kept: Uint8Array, replies: readonly number[]): void {
  const { tree, blocks, elements } = facts;
  const first = replies.find((index, at) => {
    const path = elements.path[(blocks[index] as Block).node];
    const next = replies[at + 1];
    return next !== undefined && elements.path[(blocks[next] as Block).node] === path;
  });
  if (first === undefined) return;
  const last = replies[replies.length - 1] as number;
  let root = (blocks[first] as Block).node;
  while ((tree.end[root] as number) <= (blocks[last] as Block).node)
    root = tree.parent[root] as number;
  let from = first;
  while (from > 0 && (blocks[from - 1] as Block).node > root) from--;
  if (keptWords(facts, kept, 0, from) >= ENOUGH) dropRange(kept, from, endOf(facts, root, from));
}

/** Takes out what stands under a heading over comments: in a part of its own, or before buttons to answer. */
function dropHeaded(
  facts: PageFacts,
  kept: Uint8Array,
  replies: readonly number[],
  index: number,
): void {
  const { tree, blocks } = facts;
  const { node, text } = blocks[index] as Block;
  if (!isHeading[tree.tag[node] as number]) return;
  if (wordsOf(facts, index) > HEADING_WORDS && !COUNTED.test(text)) return;
  if (!isHeadingOfReaders(text) || keptWords(facts, kept, 0, index) < ENOUGH) return;
  const parent = tree.parent[node] as number;
  const isApart = index === 0 || (blocks[index - 1] as Block).node < parent;
  const to = endOf(facts, parent, index);
  const isBare =
    COUNTED.test(text) ||
    (!SINGLE.test(text) && (text.match(/\p{L}+/gu)?.length ?? 0) <= BARE_WORDS);
  const isLess = keptWords(facts, kept, index, to) < keptWords(facts, kept, 0, index);
  const isAnswered = replies.some((reply) => reply > index && reply < to);
  if (isAnswered || (!IS_TOLD_TOO.test(text) && (isApart || (isBare && isLess))))
    dropRange(kept, index, to);
}

/** Blocks between two of them: what was said. */
const SAID_APART = 3;

/** Takes out what follows a label for comments where line after line says who said it. */
function dropSaid(facts: PageFacts, kept: Uint8Array, index: number): void {
  const { blocks } = facts;
  // Under a heading each line opens with a name, and none stands between.
  const areNamed = isHeading[facts.tree.tag[(blocks[index] as Block).node] as number] === 1;
  let last = index;
  let said = 0;
  for (let at = index + 1; at < blocks.length && at <= last + SAID_APART; at++) {
    const { text } = blocks[at] as Block;
    const isNamed = areNamed && at <= last + 1 && NAMED_FIRST.test(text);
    if (!SAID.test(text) && !SIGNED.test(text) && !isNamed) continue;
    said++;
    last = at;
  }
  if (said < 2 || keptWords(facts, kept, 0, index) < ENOUGH) return;
  // Where a line is nothing but who said it, what was said stands below.
  const isBare = (blocks[last] as Block).chars <= LONGEST_LABEL;
  dropRange(kept, index, Math.min(kept.length, last + (isBare ? 2 : 1)));
}

/** Takes out a list behind the text each item of which opens with its number, who said it and when. */
function dropCounted(facts: PageFacts, kept: Uint8Array, index: number): void {
  const { blocks, lists } = facts;
  const { first, last } = lists[index] as Group;
  const items = blocks.slice(first, last + 1);
  if (items.length < 2 || !items.every(({ text }) => COUNTED_SAID.test(text))) return;
  if (keptWords(facts, kept, 0, first) >= ENOUGH) dropRange(kept, first, last + 1);
}

const mayLabel = ({ texts }: PageFacts, index: number): boolean => {
  const { digits, comments } = texts[index] as TextFacts;
  return digits > 0 && comments > 0;
};

/** Takes out what stands behind such a label to the end of its part, where that is less than the text. */
function dropLabelled(facts: PageFacts, kept: Uint8Array, index: number): void {
  const { tree, blocks } = facts;
  const node = (blocks[index] as Block).node;
  const part = (blocks[index] as Block).split ? node : (tree.parent[node] as number);
  const to = endOf(facts, part, index);
  const before = keptWords(facts, kept, 0, index);
  if (before >= ENOUGH && keptWords(facts, kept, index, to) < before) dropRange(kept, index, to);
}

/** Takes out what readers wrote, told by its shape: a heading over it, or names and buttons to answer that repeat. */
export const dropComments: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  const end = endOfLook(kept);
  // Readers write below the text.
  const begin = kept.indexOf(1);
  if (begin < 0) return;
  const replies = findReplies(facts, begin, end);
  if (replies.length > 1) dropThread(facts, kept, replies);
  dropAnswered(facts, kept, begin, end);
  const tail = kept.lastIndexOf(1) - LAST;
  for (let index = begin; index < end; index++) {
    const block = blocks[index] as Block;
    const { chars } = block;
    const isLast = index >= tail && kept[index] === 1 && chars <= LONGEST_RULES;
    if (isLast && asksReaders(block.text)) kept[index] = 0;
    if (isLast && facts.listOf[index] !== 0) dropCounted(facts, kept, index);
    if (isLast && kept[index]) dropNamed(facts, kept, index);
    if (isHeading[tree.tag[block.node] as number]) dropHeaded(facts, kept, replies, index);
    if (chars <= LONGEST_LABEL && isCalledReaders(block.text)) dropSaid(facts, kept, index);
    if (kept[index] && mayLabel(facts, index) && LABELLED.test(block.text))
      dropLabelled(facts, kept, index);
  }
};
