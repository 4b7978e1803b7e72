import type { TextFacts } from './scan.ts';

/** Words that a block counts for beyond its own: passages that start, end or break off with it. */
const EDGE_WORDS = 3;
/** No block below this belongs to any body. */
const FLOOR = 0.015;

/** The indices of the scores that are worth a thought, the highest first. */
function byScore(scores: Float64Array): number[] {
  const order: number[] = [];
  for (let index = 0; index < scores.length; index++) {
    if ((scores[index] as number) >= FLOOR) order.push(index);
  }
  return order.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/**
 * Keeps the likeliest blocks, as many as give the best expected F1 over words. On a page of sure
 * blocks that is about a half; where the judge is unsure of everything, it still takes the likeliest
 * rather than nothing.
 */
export function keepBlocks(scores: Float64Array, texts: readonly TextFacts[]): Uint8Array {
  const kept = new Uint8Array(scores.length);
  const order = byScore(scores);
  const weights = new Float64Array(order.length);
  const mass = new Float64Array(order.length);
  let expected = 0;
  for (let at = 0; at < order.length; at++) {
    const index = order[at] as number;
    const { tokenStart, tokenEnd } = texts[index] as TextFacts;
    const weight = Math.max(1, tokenEnd - tokenStart) + EDGE_WORDS;
    const held = weight * (scores[index] as number);
    weights[at] = weight;
    mass[at] = held;
    expected += held;
  }
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
  for (let at = 0; at < count; at++) kept[order[at] as number] = 1;
  return kept;
}
