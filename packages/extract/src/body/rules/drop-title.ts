import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { tokenShare } from '../resemblance.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Kept blocks at the beginning that may be the headline: once more, as a standfirst, with a kicker before. */
const FIRST = 3;
const FEWEST_WORDS = 3;
const ALIKE = 0.95;
/** Words of the titles that the line may lack. */
const COVERED = 0.75;

/** Words of a house's name, or a section's, over the headline, and of all that stands there. */
const NAME_WORDS = 6;
const MOST_ABOVE = 12;

/** Takes out what alone stands over the headline and names the house, or has no word that the page's own titles do not have. */
function dropNames(facts: PageFacts, kept: Uint8Array): void {
  const { tree, blocks, texts, tokens, title, titleBlock, metadata } = facts;
  if (keptWords(facts, kept, 0, Math.max(0, titleBlock)) > MOST_ABOVE) return;
  for (let index = kept.indexOf(1); index >= 0 && index < titleBlock; index++) {
    const { node, text } = blocks[index] as Block;
    if (!kept[index] || isHeading[tree.tag[node] as number] || wordsOf(facts, index) > NAME_WORDS)
      continue;
    const isSaid = tokenShare(tokens, texts[index] as TextFacts, title) === 1;
    if (isSaid || metadata.namesHouse(text)) kept[index] = 0;
  }
}

/** Takes out the headline as first lines of the body, and the house's name over it: the title is given apart. */
export const dropTitle: Rule = (facts, kept) => {
  const { texts, tokens, headline, titleBlock } = facts;
  if (titleBlock >= 0) kept[titleBlock] = 0;
  dropNames(facts, kept);
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
