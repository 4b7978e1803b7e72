import { keepSpecimen } from '@nashra/html';
import type { PageFacts } from './page-facts.ts';
import type { Rows } from './rows.ts';
import type { WordTable } from './word-table.ts';
import { nextRead } from './word-values.ts';

/**
 * What words say of a block when they are weighed together (a logistic regression over all of them), where WordValues
 * has each by itself: a word that always stands beside a stronger one weighs nothing here.
 */
export type WordWeights = Pick<WordTable, 'valueOf'>;

/** Where a word stands: the same word weighs otherwise in other places. */
export const PLACE = { own: 0, up1: 1, up2: 2, up3: 3, text: 4, first: 5, last: 6 } as const;

/** Words of names further up say nothing more. */
const LEVELS = 6;
/** A text of fewer words says no more than its words. */
const FEW = 4;
/** A container holds many blocks, and each of its names says less of one of them. */
const ABOVE = 0.6;

export const SAID_NAMES = ['said', 'said:own', 'said:above', 'said:text', 'said:ends'] as const;

/** The key of a word in a place. */
export const weightKey = (place: number, hash: number): number =>
  hash ^ Math.imul(place + 1, 0x9e3779b9);

/** Takes the words of a block in, one after the other. */
export interface WordSink {
  add(place: number, hash: number): void;
}

/** The words of the block's own names. */
export function readOwn({ elements, blocks }: PageFacts, index: number, sink: WordSink): void {
  const { words, wordsFrom } = elements;
  const { node } = blocks[index] as (typeof blocks)[number];
  const to = wordsFrom[node + 1] as number;
  for (let at = wordsFrom[node] as number; at < to; at++) sink.add(PLACE.own, words[at] as number);
}

/** The words of the names of an element and of what it lies in. */
export function readAbove({ tree, elements }: PageFacts, parent: number, sink: WordSink): void {
  const { words, wordsFrom } = elements;
  let node = parent;
  for (let level = 1; level <= LEVELS && node > 0; level++) {
    const place = Math.min(level, PLACE.up3);
    const to = wordsFrom[node + 1] as number;
    for (let at = wordsFrom[node] as number; at < to; at++) sink.add(place, words[at] as number);
    node = tree.parent[node] as number;
  }
}

/** The words of the block's text, and again the first and the last of them. */
export function readText({ texts, tokens }: PageFacts, index: number, sink: WordSink): void {
  const text = texts[index] as (typeof texts)[number];
  const { hashes } = tokens;
  if (text.tokenEnd === text.tokenStart) return;
  for (let at = text.tokenStart; at < text.tokenEnd; at = nextRead(text, at)) {
    sink.add(PLACE.text, hashes[at] as number);
  }
  sink.add(PLACE.first, hashes[text.tokenStart] as number);
  sink.add(PLACE.last, hashes[text.tokenEnd - 1] as number);
}

/** Sums of weights. */
class Sums implements WordSink {
  own = 0;
  above = 0;
  text = 0;
  ends = 0;
  read = 0;
  readonly #weights: WordWeights;

  constructor(weights: WordWeights) {
    this.#weights = weights;
  }

  add(place: number, hash: number): void {
    const weight = this.#weights.valueOf(weightKey(place, hash));
    if (place === PLACE.own) this.own += weight;
    else if (place < PLACE.text) this.above += weight;
    else if (place > PLACE.text) this.ends += weight;
    else {
      this.text += weight;
      this.read++;
    }
  }
}

/** Fills SAID_NAMES.length columns of the rows, from `column` on. Blocks in a row share parents. */
export function writeSaid(
  facts: PageFacts,
  weights: WordWeights,
  { indices, starts, values }: Rows,
  column: number,
): void {
  const sums = keepSpecimen('sums', new Sums(weights));
  let parent = -1;
  for (let place = 0; place < indices.length; place++) {
    const index = indices[place] as number;
    const { node } = facts.blocks[index] as (typeof facts.blocks)[number];
    const up = facts.tree.parent[node] ?? 0;
    if (up !== parent) {
      parent = up;
      sums.above = 0;
      readAbove(facts, up, sums);
    }
    sums.own = 0;
    sums.text = 0;
    sums.ends = 0;
    sums.read = 0;
    readOwn(facts, index, sums);
    readText(facts, index, sums);
    const above = ABOVE * sums.above;
    const text = sums.text / Math.sqrt(Math.max(FEW, sums.read));
    let at = (starts[place] as number) + column;
    values[at++] = sums.own + above + text + sums.ends;
    values[at++] = sums.own;
    values[at++] = above;
    values[at++] = text;
    values[at] = sums.ends;
  }
}
