import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { isHeading } from '../tag-sets.ts';
import {
  closesText,
  isBarred,
  isOfPage,
  isOfPageAnywhere,
  isPath,
  tellsEntry,
  tellsViews,
} from './page-lines.ts';
import { edgesOf, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';
import { BUTTON_CHARS, isTools, saysTools } from './tool-words.ts';

/** Kept blocks at either end among which a page's tools stand. */
const EDGE = 4;
const MOST_WORDS = 12;
const MOST_CHARS = 120;
/** Words of a line of one button. */
const FEW = 6;
/** As often as this among the entries of running coverage, a button's word is no heading. */
const OFTEN = 3;
/** A body of fewer words may be the line itself. */
const ENOUGH = 40;

/** Each ideograph counts as a word, and says less. */
const IDEOGRAPHS = /\p{Script=Han}/u;
const mostWords = (text: string, words: number): number =>
  words > MOST_WORDS && IDEOGRAPHS.test(text) ? 2 * MOST_WORDS : MOST_WORDS;

/** Characters of a paragraph over what closes a text. */
const PARAGRAPH = 60;

/** Words of a line between paragraphs. */
const BETWEEN_WORDS = 9;
const SENTENCE = /[.:：]["»”’)\s]*$/u;

/** Words of a disclaimer, and of how the piece was entered. */
const VIEWS_WORDS = 45;
const ENTRY_WORDS = 75;

/** Lines of buttons that each entry of a page has; in tables and lists a network's name is what they are about. */
function repeatedTools(facts: PageFacts, kept: Uint8Array): readonly number[] {
  const found = new Map<string, number[]>();
  for (const index of keptBlocks(kept)) {
    const { chars, text } = facts.blocks[index] as Block;
    if (chars > BUTTON_CHARS || wordsOf(facts, index) > FEW) continue;
    if (facts.listOf[index] !== 0 || !isTools(text)) continue;
    found.set(text, [...(found.get(text) ?? []), index]);
  }
  return [...found.values()].filter(({ length }) => length >= OFTEN).flat();
}

/** Whether a line between paragraphs says what to do with the page; over a part of a text, or as one of several items, it tells. */
function isToolsBetween({ tree, blocks, listOf, lists }: PageFacts, index: number): boolean {
  const { text, node } = blocks[index] as Block;
  const list = lists[index];
  if (listOf[index] !== 0 && list && list.last > list.first) return false;
  if (isOfPageAnywhere(text)) return true;
  return !isHeading[tree.tag[node] as number] && !SENTENCE.test(text) && saysTools(text);
}

/** Whether the last line of a text, under a paragraph, is a mark, words to file it by, or where to reach the house. */
function isClosing({ tree, blocks, host, listOf }: PageFacts, kept: Uint8Array, index: number) {
  const over = blocks[index - 1];
  if (!over || !kept[index - 1] || index !== kept.lastIndexOf(1) || listOf[index] !== 0)
    return false;
  const { node, text } = blocks[index] as Block;
  if (over.chars < PARAGRAPH || [node, over.node].some((it) => isHeading[tree.tag[it] as number]))
    return false;
  return closesText(text) || (host !== '' && text.trim().toLowerCase().endsWith(host));
}

/** The way to this page with the headline at its end, however long that is: most of its steps are links. */
const isLongPath = ({ blocks }: PageFacts, index: number): boolean => {
  const { links, text } = blocks[index] as Block;
  return links > 1 && isPath(text);
};

/**
 * Takes out what templates say of the page itself at either end of the text, its buttons, how often it was seen, where it
 * lies, and the buttons of each of its entries.
 */
export const dropPageTools: Rule = (facts, kept) => {
  if (keptWords(facts, kept) < ENOUGH) return;
  for (const index of repeatedTools(facts, kept)) kept[index] = 0;
  for (const index of keptBlocks(kept))
    if (wordsOf(facts, index) <= BETWEEN_WORDS && isToolsBetween(facts, index)) kept[index] = 0;
  const first = kept.indexOf(1);
  for (const index of edgesOf([...keptBlocks(kept)], EDGE)) {
    const { text } = facts.blocks[index] as Block;
    const words = wordsOf(facts, index);
    if (words <= VIEWS_WORDS && index > first && tellsViews(text)) kept[index] = 0;
    if (words <= ENTRY_WORDS && (tellsEntry(text) || isLongPath(facts, index))) kept[index] = 0;
    if (text.length > MOST_CHARS || words > mostWords(text, words)) continue;
    const isAddress = facts.host !== '' && text.includes(`://${facts.host}/`);
    if (isClosing(facts, kept, index)) kept[index] = 0;
    if (isAddress || isTools(text) || isBarred(text) || isOfPage(text)) kept[index] = 0;
  }
};
