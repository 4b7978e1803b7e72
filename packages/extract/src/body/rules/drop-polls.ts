import { attributeId, NODE, TAG, textContent } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { isHeading } from '../tag-sets.ts';
import { blocksIn, dropRange, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Words of a poll, and the share of the body that they are at most. */
const MOST_WORDS = 60;
const SHARE = 0.25;
/** Buttons and fields that are looked at. */
const MOST_FIELDS = 40;
/** Words of the line that counts who took part, and of the question before. */
const COUNT_WORDS = 6;
const QUESTION_WORDS = 25;
/** Words around buttons, which stand beside other things than questions too. */
const BUTTON_WORDS = 30;
const FEWEST_BUTTONS = 2;
/** Nodes behind the last kept text among which a poll goes on. */
const BEHIND = 60;
const TYPE = attributeId('type');

/** «1 204 votes», «312 réponses»: how many took part. */
const VOTES =
  /^\P{L}*(?:total\P{L}{1,3})?\d[\d\s.,']*\s(?:votes?|voix|votants?|réponses|participants?|stimmen|teilnehmer|votos|respuestas|voti|risposte|stemmen|صوتا?|أصوات|مصوتا?|مشاركا?)(?!\p{L})|^\P{L}*(?:صوت|شارك)\s[\d٠-٩]+|^\P{L}*(?:votes?|voix|votants|participants|عدد (?:الأصوات|المصوتين|المشاركين))\P{L}*\d[\d\s.,']*\P{L}*$/iu;
const ASKS = /[?؟]/u;

/** A box that may be a poll: the blocks of the largest element around a node that is small enough. */
function boxAround(
  facts: PageFacts,
  kept: Uint8Array,
  node: number,
  most: number,
): readonly [from: number, to: number] {
  const { tree, titleBlock, blocks } = facts;
  const title = blocks[titleBlock]?.node ?? 0;
  let box: readonly [number, number] = [0, 0];
  for (let up = tree.parent[node] as number; up > title; up = tree.parent[up] as number) {
    const range = blocksIn(facts, up);
    if (keptWords(facts, kept, ...range) > most) break;
    box = range;
  }
  return box;
}

const asksIn = ({ blocks }: PageFacts, from: number, to: number): boolean =>
  blocks.slice(from, to).some(({ text }) => ASKS.test(text));

/** Whether all that is kept of a box is a line that asks, no heading over a text, and a count of who answered. */
function isQuestion(facts: PageFacts, kept: Uint8Array, from: number, to: number): boolean {
  const { tree, blocks } = facts;
  const [first = -1, ...others] = [...kept.keys()].slice(from, to).filter((at) => kept[at]);
  const question = blocks[first];
  return (
    question !== undefined &&
    !isHeading[tree.tag[question.node] as number] &&
    ASKS.test(question.text.slice(-3)) &&
    others.every((at) => VOTES.test((blocks[at] as Block).text))
  );
}

/** Drops a box, and the question over it where the box has none. */
function dropPoll(facts: PageFacts, kept: Uint8Array, from: number, to: number): void {
  const { tree, blocks, titleBlock } = facts;
  dropRange(kept, from, to);
  const before = blocks[from - 1];
  if (before === undefined || from - 1 === titleBlock || asksIn(facts, from, to)) return;
  const isQuestion = isHeading[tree.tag[before.node] as number] || ASKS.test(before.text.slice(-3));
  if (isQuestion && wordsOf(facts, from - 1) <= QUESTION_WORDS) kept[from - 1] = 0;
}

/** Whether an element is a field that one answers of several, or a button that says something. */
function isChoice({ tree }: PageFacts, node: number): 'field' | 'button' | null {
  if (tree.tag[node] === TAG.button)
    return /\p{L}{2}/u.test(textContent(tree, node)) ? 'button' : null;
  if (tree.tag[node] !== TAG.input) return null;
  for (let row = tree.attrFrom(node); row < tree.attrTo(node); row++)
    if (tree.attrId(row) === TYPE)
      return tree.attrValue(row).toLowerCase() === 'radio' ? 'field' : null;
  return null;
}

/** Takes out polls and quizzes: fields to choose from, buttons under a question, answers with a count of votes. */
export const dropPolls: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  const most = Math.min(MOST_WORDS, SHARE * keptWords(facts, kept));
  const buttons = new Map<number, number>();
  let seen = 0;
  // Behind the text are other boxes' buttons.
  const end = blocks[kept.lastIndexOf(1)]?.last ?? 0;
  const stop = Math.min(tree.size, end + BEHIND);
  for (
    let node = blocks[kept.indexOf(1)]?.node ?? stop;
    node < stop && seen < MOST_FIELDS;
    node++
  ) {
    if (tree.kind[node] !== NODE.element) continue;
    const choice = isChoice(facts, node);
    if (choice === null) continue;
    seen++;
    const words = choice === 'field' ? most : Math.min(most, BUTTON_WORDS);
    const [from, to] = boxAround(facts, kept, node, words);
    if (from === to) continue;
    const count = (buttons.get(from) ?? 0) + 1;
    buttons.set(from, count);
    if (choice === 'field' || (count >= FEWEST_BUTTONS && isQuestion(facts, kept, from, to)))
      dropPoll(facts, kept, from, to);
  }
  for (const index of keptBlocks(kept)) {
    const { text, node } = blocks[index] as Block;
    if (wordsOf(facts, index) > COUNT_WORDS || !VOTES.test(text)) continue;
    const [from, to] = boxAround(facts, kept, node, most);
    if (from !== to && asksIn(facts, from, to)) dropPoll(facts, kept, from, to);
    else kept[index] = 0;
  }
};
