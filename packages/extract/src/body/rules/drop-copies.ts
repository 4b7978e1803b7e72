import type { Block } from '../blocks.ts';
import { IntTable } from '../int-table.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { hashStep } from '../token-hash.ts';
import { keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Shorter blocks repeat for other reasons: «See the rating», a name over each answer. */
const FEWEST_WORDS = 6;
/** Copies that stand together and hold this share of what is kept are the body once more. */
const SHARE = 0.15;
const TOGETHER = 0.7;

function hashOf({ tokens }: PageFacts, { tokenStart, tokenEnd }: TextFacts): number {
  let hash = 1;
  for (let at = tokenStart; at < tokenEnd; at++) hash = hashStep(hash, tokens.hashes[at] as number);
  return hash;
}

/** Takes out a body that stands on the page a second time, for phones or for paper. */
export const dropCopies: Rule = (facts, kept) => {
  const { texts, repeats, blocks, elements } = facts;
  const earlier = new IntTable(64);
  const twins = new Map<number, number>();
  let words = 0;
  for (const index of keptBlocks(kept)) {
    if ((repeats.shares[index] as number) < 1 || wordsOf(facts, index) < FEWEST_WORDS) continue;
    const hash = hashOf(facts, texts[index] as TextFacts);
    const twin = earlier.get(hash);
    if (twin === 0) earlier.set(hash, index + 1);
    else {
      twins.set(index, twin - 1);
      words += wordsOf(facts, index);
    }
  }
  if (twins.size === 0) return;
  const later = [...twins.keys()];
  const from = later[0] as number;
  const to = (later[later.length - 1] as number) + 1;
  if (words < SHARE * keptWords(facts, kept)) return;
  if (words < TOGETHER * keptWords(facts, kept, from, to)) return;
  const firsts = [...twins.values()];
  // One body after the other: what repeats in turns is a list of like things.
  if (firsts.some((index) => index >= from)) return;
  const isShown = (indices: readonly number[]): boolean =>
    indices.every((index) => elements.hidden[(blocks[index] as Block).node] === 0);
  // The copy that every reader sees; of equals the first.
  if (!isShown(firsts) && isShown(later)) for (const index of firsts) kept[index] = 0;
  else for (const index of later) kept[index] = 0;
};
