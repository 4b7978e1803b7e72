import type { TextFacts } from './scan.ts';

/** Words that a block counts for beyond its own: passages that start, end or break off with it. */
const EDGE_WORDS = 3;
/** No block below this belongs to any body. */
const FLOOR = 0.015;

/**
 * Keeps the likeliest blocks, as many as give the best expected F1 over words. On a page of sure
 * blocks that is about a half; where the judge is unsure of everything, it still takes the likeliest
 * rather than nothing. `caution` (logits) lowers the probabilities before they are added up.
 */
export function keepBlocks(
  scores: Float64Array,
  texts: readonly TextFacts[],
  caution: number,
): Uint8Array {
  const kept = new Uint8Array(scores.length);
  const order = [...scores.keys()]
    .filter((index) => (scores[index] as number) >= FLOOR)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const weights = order.map((index) => {
    const { tokenStart, tokenEnd } = texts[index] as TextFacts;
    return Math.max(1, tokenEnd - tokenStart) + EDGE_WORDS;
  });
  const odds = Math.exp(-caution);
  const mass = order.map((index, at) => {
    const score = scores[index] as number;
    return ((weights[at] as number) * score * odds) / (score * odds + 1 - score || 1);
  });
  const expected = mass.reduce((sum, value) => sum + value, 0);
  let count = 0;
  let best = 0;
  let found = 0;
  let taken = 0;
  for (let at = 0; at < order.length; at++) {
    found += mass[at] as number;
    taken += weights[at] as number;
    const f1 = (2 * found) / (taken + expected);
    if (f1 > best) {
      best = f1;
      count = at + 1;
    }
  }
  for (const index of order.slice(0, count)) kept[index] = 1;
  return kept;
}
