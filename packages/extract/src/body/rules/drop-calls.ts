import type { Block } from '../blocks.ts';
import { appeals } from './appeals.ts';
import { asksToSupport, callsToOurs } from './calls.ts';
import { keptBlocks, type Rule, wordsOf } from './rule.ts';

const LINE_WORDS = 25;
const SUPPORT_WORDS = 45;
const LINE_CHARS = 300;
const APPEAL_WORDS = 18;

/** Takes out lines between the paragraphs that call readers to follow, join or give to the house. */
export const dropCalls: Rule = (facts, kept) => {
  for (const index of keptBlocks(kept)) {
    const { chars, text } = facts.blocks[index] as Block;
    const words = wordsOf(facts, index);
    if (chars > LINE_CHARS || words > SUPPORT_WORDS) continue;
    if (asksToSupport(text)) kept[index] = 0;
    if (words > LINE_WORDS) continue;
    if (callsToOurs(text) || (words <= APPEAL_WORDS && appeals(text))) kept[index] = 0;
  }
};
