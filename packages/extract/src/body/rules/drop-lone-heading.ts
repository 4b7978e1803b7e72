import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { keptWords, type Rule, wordsOf } from './rule.ts';

const ENOUGH = 40;

const BOLD = new Set<number>([TAG.b, TAG.strong]);
const LABEL_WORDS = 6;

/** A few words in bold, and no sentence: a heading in other dress. */
function isBoldLabel(facts: PageFacts, index: number): boolean {
  const { tree, blocks, texts } = facts;
  const { first, last, node } = blocks[index] as Block;
  if (wordsOf(facts, index) > LABEL_WORDS) return false;
  if ((texts[index] as TextFacts).lastClass === CHAR.stop) return false;
  for (let up = tree.parent[first] as number; up >= node && up > 0; up = tree.parent[up] as number)
    if (BOLD.has(tree.tag[up] as number)) return (tree.end[up] as number) > last;
  return false;
}

/** Takes out a heading under which nothing is kept, at the end of the text: of what goes on about something else. Several are a list in the guise of headings. */
export const dropLoneHeading: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  const isHeadingAt = (index: number): boolean =>
    isHeading[tree.tag[(blocks[index] as Block).node] as number] === 1 || isBoldLabel(facts, index);
  const last = kept.lastIndexOf(1);
  if (last <= 0 || !isHeadingAt(last)) return;
  const before = kept.lastIndexOf(1, last - 1);
  if (before < 0 || isHeadingAt(before) || keptWords(facts, kept, 0, last) < ENOUGH) return;
  kept[last] = 0;
};
