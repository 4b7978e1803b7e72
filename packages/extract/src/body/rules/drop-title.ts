import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { tokenShare } from '../resemblance.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { isHeadlineText, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Kept blocks at the beginning that may be the headline: once more, as a standfirst, with a kicker before. */
const FIRST = 3;
const FEWEST_WORDS = 3;
const ALIKE = 0.95;
/** Words of the titles that the line may lack. */
const COVERED = 0.75;

/** Words of all that stands over a headline and is of the page: its house, a section, a menu. */
const MOST_ABOVE = 12;

/** Takes out the little that stands over the headline: whose page it is, and where on the site. */
function dropAbove(facts: PageFacts, kept: Uint8Array): void {
  const { tree, blocks, titleBlock } = facts;
  if (titleBlock < 0 || !isHeadlineText(facts, titleBlock)) return;
  if (keptWords(facts, kept, 0, titleBlock) > MOST_ABOVE) return;
  for (let index = kept.indexOf(1); index >= 0 && index < titleBlock; index++)
    if (!isHeading[tree.tag[(blocks[index] as Block).node] as number]) kept[index] = 0;
}

/** Takes out the headline as first lines of the body, and what stands over it: the title is given apart. */
export const dropTitle: Rule = (facts, kept) => {
  const { texts, tokens, headline, titleBlock } = facts;
  if (titleBlock >= 0) kept[titleBlock] = 0;
  dropAbove(facts, kept);
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
