import { tokenShare } from '../resemblance.ts';
import type { TextFacts } from '../scan.ts';
import { keptBlocks, type Rule, wordsOf } from './rule.ts';

/** Kept blocks at the beginning that may be the headline: once more, as a standfirst, with a kicker before. */
const FIRST = 3;
const FEWEST_WORDS = 3;
const ALIKE = 0.95;
/** Words of the titles that the line may lack. */
const COVERED = 0.75;

/** Takes out the headline as first lines of the body: it is given as the title. */
export const dropTitle: Rule = (facts, kept) => {
  const { texts, tokens, headline, titleBlock } = facts;
  if (titleBlock >= 0) kept[titleBlock] = 0;
  if (headline.tokens.size < FEWEST_WORDS) return;
  let seen = 0;
  for (const index of keptBlocks(kept)) {
    if (seen++ >= FIRST) return;
    const words = wordsOf(facts, index);
    const isWhole =
      words >= COVERED * headline.tokens.size && words <= 1.4 * headline.tokens.size + 2;
    if (isWhole && tokenShare(tokens, texts[index] as TextFacts, headline) >= ALIKE)
      kept[index] = 0;
  }
};
