import type { Block } from '../blocks.ts';
import { appeals } from './appeals.ts';
import { callsToOurs } from './calls.ts';
import { keptBlocks, type Rule, wordsOf } from './rule.ts';

const LINE_WORDS = 25;
const LINE_CHARS = 300;
const APPEAL_WORDS = 18;

/** Takes out lines between the paragraphs that call readers to follow, join or give to the house. */
export const dropCalls: Rule = (facts, kept) => {
  for (const index of keptBlocks(kept)) {
    const { chars, text } = facts.blocks[index] as Block;
    if (chars > LINE_CHARS || wordsOf(facts, index) > LINE_WORDS) continue;
    if (callsToOurs(text) || (wordsOf(facts, index) <= APPEAL_WORDS && appeals(text)))
      kept[index] = 0;
  }
};
