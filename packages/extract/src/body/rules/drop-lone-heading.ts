import type { Block } from '../blocks.ts';
import { isHeading } from '../tag-sets.ts';
import { keptWords, type Rule } from './rule.ts';

const ENOUGH = 40;

/** Takes out a heading under which nothing is kept, at the end of the text: of what goes on about something else. Several are a list in the guise of headings. */
export const dropLoneHeading: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  const isHeadingAt = (index: number): boolean =>
    isHeading[tree.tag[(blocks[index] as Block).node] as number] === 1;
  const last = kept.lastIndexOf(1);
  if (last <= 0 || !isHeadingAt(last)) return;
  const before = kept.lastIndexOf(1, last - 1);
  if (before < 0 || isHeadingAt(before) || keptWords(facts, kept, 0, last) < ENOUGH) return;
  kept[last] = 0;
};
