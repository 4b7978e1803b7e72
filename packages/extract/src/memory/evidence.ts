import type { Judgement } from '../body/judge.ts';
import type { PublisherMemory } from '../types.ts';
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
  if (memory.version !== 1 || memory.pages < ENOUGH_PAGES) return null;
  const { facts, blocks, scores, kept } = judgement;
  const { repeated, slots } = lookUp(memory);
  let before = 0;
  let after = 0;
  const weighed = scores.map((score, index) => {
    const block = blocks[index] as (typeof blocks)[number];
    let evidence = 0;
    const pages = repeated.get(textHash(judgement, index)) ?? 0;
    const share = pages / memory.pages;
    const isRepeated = pages >= REPEATED_PAGES && share >= REPEATED_SHARE;
    if (isRepeated) evidence -= REPEATED_WEIGHT * share * Math.min(1, pages / MANY_PAGES);
    const slot = slots.get(facts.elements.path[block.node] as number);
    if (!isRepeated && slot && slot.body + slot.other >= SLOT_CHARS) {
      const held = clamp((slot.body + 50) / (slot.body + slot.other + 100));
      evidence += SLOT_WEIGHT * Math.max(-1.5, Math.min(1.5, logit(held)));
    }
    const next = sigmoid(logit(clamp(score)) + evidence);
    if (kept[index]) before += block.chars;
    if (kept[index] && next >= LIKELY) after += block.chars;
    return next;
  });
  return after < (1 - MOST_TAKEN) * before ? null : weighed;
}

interface LookUp {
  readonly repeated: ReadonlyMap<number, number>;
  readonly slots: ReadonlyMap<number, { readonly body: number; readonly other: number }>;
}

/** A memory is asked for page after page. */
const lookUps = new WeakMap<PublisherMemory, LookUp>();

function lookUp(memory: PublisherMemory): LookUp {
  const known = lookUps.get(memory);
  if (known) return known;
  const slots = new Map(memory.slots.map(([hash, body, other]) => [hash, { body, other }]));
  const made = { repeated: new Map(memory.repeated), slots };
  lookUps.set(memory, made);
  return made;
}
