import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { Group } from '../groups.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { type Rule, wordsOf } from './rule.ts';

/** Share of a list's words that must be kept for the rest to come with it, or that goes with the rest. */
const MOST = 0.5;
const FEW = 0.2;
const ALL_BUT = 0.6;
/** Blocks between a list and the kept text around: a caption, a heading. */
const CLOSE = 2;
/** Items of a list that a line before it announces are no longer than this. */
const LONGEST_ITEM = 120;
const FEW_ITEMS = 30;
/** Mean characters of a cell of a table of data, and the share of these that are links. */
const LONGEST_CELL = 40;
const LINKED = 0.3;
const TOLD = 0.7;

/** Whether a kept line ends in a colon before the list, and leads nowhere else. */
function isAnnounced(
  { texts, blocks }: PageFacts,
  kept: Uint8Array,
  { first, chars, count }: Group,
): boolean {
  const before = texts[first - 1] as TextFacts | undefined;
  if (!before || !kept[first - 1] || before.lastClass !== CHAR.colon) return false;
  return (
    before.alsos === 0 && (blocks[first - 1] as Block).links === 0 && chars <= count * LONGEST_ITEM
  );
}

/** Whether a group is a table of short cells, few of them links: no layout, no navigation. */
const isData = ({ tree, listOf }: PageFacts, { first, chars, linkChars, count }: Group): boolean =>
  tree.tag[listOf[first] as number] === TAG.table &&
  chars <= count * LONGEST_CELL &&
  linkChars <= LINKED * chars;

/** Short items that lead nowhere. */
const isPlain = ({ chars, linkChars, count }: Group): boolean =>
  linkChars === 0 && count > 2 && count <= FEW_ITEMS && chars <= count * LONGEST_ITEM;

/** Items that say something of what they link to: teasers are links and nothing else. */
const isTold = ({ chars, linkChars, count }: Group): boolean =>
  linkChars > 0 && linkChars <= TOLD * chars && count <= FEW_ITEMS && chars <= count * LONGEST_ITEM;

/** One verdict for the items of a list or table that stands between kept paragraphs. */
export const levelLists: Rule = (facts, kept) => {
  const { listOf, lists } = facts;
  let seen: Group | undefined;
  for (let index = 0; index < kept.length; index++) {
    if (listOf[index] === 0 || lists[index] === seen) continue;
    seen = lists[index] as Group;
    const { first, last } = seen;
    let all = 0;
    let held = 0;
    for (let item = first; item <= last; item++) {
      const words = wordsOf(facts, item);
      all += words;
      if (kept[item]) held += words;
    }
    const isBehind = kept.subarray(Math.max(0, first - CLOSE), first).includes(1);
    const isInside = isBehind && kept.subarray(last + 1, last + 1 + CLOSE).includes(1);
    // Of a table or a list that ends the text most of it is enough for the others.
    const endsText = isBehind && !isInside && held >= ALL_BUT * all;
    if (endsText && (isData(facts, seen) || isPlain(seen))) kept.fill(1, first, last + 1);
    if (!isInside) continue;
    const isOurs = held >= MOST * all || isAnnounced(facts, kept, seen) || isTold(seen);
    if (isOurs) kept.fill(1, first, last + 1);
    else if (held <= FEW * all) kept.fill(0, first, last + 1);
  }
};
