import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { Group } from '../groups.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { isLinked, linkAround, linksIn } from './links.ts';
import { isOwnLink } from './own-link.ts';
import { dropRange, keptWords, type Rule, wordsOf } from './rule.ts';

/** Words of a headline, and of each of several on the average: names and labels have fewer. */
const HEADLINE_WORDS = 4;
const MEAN_WORDS = 6;
/** Two of them between paragraphs are no list that a text tells: shorter ones will do. */
const PAIR_WORDS = 4;
const LINKED = 0.9;
/** Words of the label that the first item may be. */
const LABEL_WORDS = 6;
const FEWEST_ITEMS = 2;
/** Of the body, such a list is no more than this. */
const SHARE = 0.3;
/** Of a list whose every item has its day: no text tells what else the house has written, and when. */
const DATED_MEAN_WORDS = 4;
const DATED_SHARE = 0.6;
/** What is to be opened is a document that the text speaks of. */
const FILE = /\.(?:pdf|docx?|xlsx?|pptx?|odt|csv|zip|mp3|epub)(?:[?#]|$)/i;

/** A day in figures beside a link, with or without a clock. */
const DAY = /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:,?\s\d\d?:\d\d)?/u;

/** Whether a block is a link and the day of what it leads to. */
function isDatedLink({ text, linkChars, links, chars }: Block): boolean {
  if (links !== 1 || linkChars * 2 < chars) return false;
  const day = DAY.exec(text);
  return day !== null && chars - day[0].length - linkChars <= 3;
}

/** Whether an item is another page's headline and nothing else, or with its day. */
function isHeadline(facts: PageFacts, index: number): boolean {
  const { tree, blocks, texts } = facts;
  const block = blocks[index] as Block;
  if (!isLinked(tree, block, LINKED) && !isDatedLink(block)) return false;
  if (wordsOf(facts, index) < HEADLINE_WORDS) return false;
  if ((texts[index] as TextFacts).lastClass === CHAR.stop || !isOwnLink(facts, block)) return false;
  const link = linksIn(tree, block)[0] ?? linkAround(tree, block);
  return !FILE.test(tree.attr(link, 'href') ?? '');
}

/** Whether the first item of a list is no link but the label over the others. */
function isLabelItem({ blocks, texts }: PageFacts, index: number): boolean {
  const { links, linkChars, boldChars, rawChars } = blocks[index] as Block;
  const { lastClass, tokenStart, tokenEnd } = texts[index] as TextFacts;
  const isMarked = lastClass === CHAR.colon || boldChars * 2 > rawChars;
  return links + linkChars === 0 && isMarked && tokenEnd - tokenStart <= LABEL_WORDS;
}

/** Takes out lists of nothing but headlines of other pages of the house, where no line announces them. */
export const dropHeadlineLists: Rule = (facts, kept) => {
  const { listOf, lists, texts } = facts;
  let seen: Group | undefined;
  for (let index = 0; index < kept.length; index++) {
    if (!kept[index] || listOf[index] === 0 || lists[index] === seen) continue;
    seen = lists[index] as Group;
    const { first, last } = seen;
    const begin = isLabelItem(facts, first) ? first + 1 : first;
    const count = last - begin + 1;
    if (last - first + 1 < FEWEST_ITEMS) continue;
    let words = 0;
    let areHeadlines = true;
    let areDated = true;
    for (let item = begin; item <= last && areHeadlines; item++) {
      areHeadlines = isHeadline(facts, item);
      areDated &&= isDatedLink(facts.blocks[item] as Block);
      words += wordsOf(facts, item);
    }
    const mean = areDated ? DATED_MEAN_WORDS : count <= FEWEST_ITEMS ? PAIR_WORDS : MEAN_WORDS;
    if (!areHeadlines || words < mean * count) continue;
    const before = texts[first - 1];
    if (before && kept[first - 1] && before.lastClass === CHAR.colon) continue;
    if (words <= (areDated ? DATED_SHARE : SHARE) * keptWords(facts, kept))
      dropRange(kept, first, last + 1);
  }
};
