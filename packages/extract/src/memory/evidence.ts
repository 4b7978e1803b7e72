import type { Judgement } from '../body/judge.ts';
import type { PublisherMemory } from '../types.ts';
import { REPEATED_ROW, SLOT_ROW } from './learn-memory.ts';
import { textHash } from './observe.ts';

/** From so many pages on memory speaks. */
const ENOUGH_PAGES = 4;
/** Pages a text must stand on to count as furniture, and the share of all pages. */
const REPEATED_PAGES = 3;
const REPEATED_SHARE = 0.25;
/** Logits that a text on every one of many pages, and a slot that always or never held body, weigh. */
const REPEATED_WEIGHT = 8;
const MANY_PAGES = 8;
const SLOT_WEIGHT = 1;
/** Characters a slot must have held to speak. */
const SLOT_CHARS = 600;
/** Memory that would take more than this share of the body is not believed. */
const MOST_TAKEN = 0.5;

/** Below this a block that was kept is taken out. */
const LIKELY = 0.3;

const logit = (p: number): number => Math.log(p / (1 - p));
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const clamp = (p: number): number => Math.min(0.999, Math.max(0.001, p));

/**
 * Scores with the publisher's other pages as evidence: texts that repeat are furniture, slots that
 * held body hold body. Returns null when memory has nothing to say or contradicts the page at large:
 * a single page is never hurt by a memory that does not fit it.
 */
export function weighMemory(judgement: Judgement, memory: PublisherMemory): Float64Array | null {
  if (memory.pages < ENOUGH_PAGES) return null;
  const { facts, blocks, scores, kept } = judgement;
  const { repeated, slots } = memory;
  let before = 0;
  let after = 0;
  const weighed = scores.map((score, index) => {
    const block = blocks[index] as (typeof blocks)[number];
    let evidence = 0;
    const row = rowOf(repeated, REPEATED_ROW, textHash(judgement, index));
    const pages = row < 0 ? 0 : (repeated[row + 1] as number);
    const share = pages / memory.pages;
    const isRepeated = pages >= REPEATED_PAGES && share >= REPEATED_SHARE;
    if (isRepeated) evidence -= REPEATED_WEIGHT * share * Math.min(1, pages / MANY_PAGES);
    const slot = rowOf(slots, SLOT_ROW, facts.elements.path[block.node] as number);
    const body = slot < 0 ? 0 : (slots[slot + 1] as number);
    const all = slot < 0 ? 0 : body + (slots[slot + 2] as number);
    if (!isRepeated && all >= SLOT_CHARS) {
      const held = clamp((body + 50) / (all + 100));
      evidence += SLOT_WEIGHT * Math.max(-1.5, Math.min(1.5, logit(held)));
    }
    const next = sigmoid(logit(clamp(score)) + evidence);
    if (kept[index]) before += block.chars;
    if (kept[index] && next >= LIKELY) after += block.chars;
    return next;
  });
  return after < (1 - MOST_TAKEN) * before ? null : weighed;
}

/** Where the row of a hash begins; -1 for none. Rows lie by rising hash. */
function rowOf(rows: Int32Array, width: number, hash: number): number {
  let low = 0;
  let high = rows.length / width;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle * width] as number) < hash) low = middle + 1;
    else high = middle;
  }
  return rows[low * width] === hash ? low * width : -1;
}
