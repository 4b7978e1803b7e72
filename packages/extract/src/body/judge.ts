import type { Metadata, Page } from '../types.ts';
import type { Block } from './blocks.ts';
import { CONTEXT_NAMES, computeContext } from './context.ts';
import { dropOtherArticles } from './drop-others.ts';
import { dropPlaceholders, dropRepeats } from './drop-repeats.ts';
import { computeFeatures, FEATURE_NAMES } from './features/index.ts';
import { keepBlocks } from './keep-blocks.ts';
import { type Model, ROW_NAMES } from './model.ts';
import { isBeside } from './noise.ts';
import { gatherFacts, type PageFacts } from './page-facts.ts';
import { predict } from './trees.ts';
import { VALUE_NAMES, writeValues } from './word-values.ts';

/** The page's blocks with the verdict on each. */
export interface Judgement {
  readonly facts: PageFacts;
  readonly blocks: readonly Block[];
  /** One row of ROW_NAMES per block. */
  readonly rows: Float32Array;
  /** Probability of each block to belong to the body. */
  readonly scores: Float64Array;
  readonly kept: Uint8Array;
}

/** On a page without a block like this, the judge is not sure of anything. */
const LIKELY = 0.3;

/** What the first judge is so sure about is not judged again. */
const HOPELESS = 0.004;

/** Copies equally wide rows into the page's matrix, at `offset` of each row. */
function fill(rows: Float32Array, part: Float32Array, width: number, offset: number): void {
  const count = part.length / width;
  for (let index = 0; index < count; index++) {
    rows.set(part.subarray(index * width, (index + 1) * width), index * ROW_NAMES.length + offset);
  }
}

/** Rows with everything the first judge looks at; places of the context stay 0. */
function firstRows(facts: PageFacts, model: Model): Float32Array {
  const width = ROW_NAMES.length;
  const rows = new Float32Array(facts.blocks.length * width);
  fill(rows, computeFeatures(facts), FEATURE_NAMES.length, 0);
  for (let index = 0; index < facts.blocks.length; index++) {
    writeValues(facts, model.words, index, rows, index * width + FEATURE_NAMES.length);
  }
  return rows;
}

/** Scores of the first judge, which sees each block with what lies around, but no other score. */
function firstScores(rows: Float32Array, count: number, model: Model): Float64Array {
  const scores = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    scores[index] = predict(model.first, model.firstPlaces, rows, index * ROW_NAMES.length);
  }
  return scores;
}

/** The blocks that make the best body out of the scores, each passage once. */
export function chooseBlocks(facts: PageFacts, scores: Float64Array, model: Model): Uint8Array {
  const isUnsure = !scores.some((score) => score >= LIKELY);
  // Where nothing is likely, forms and comments are the least likely to be the body.
  const eligible = isUnsure
    ? scores.map((score, index) =>
        isBeside(facts.parts, (facts.blocks[index] as Block).node) ? 0 : score,
      )
    : scores;
  const kept = keepBlocks(eligible, facts.texts, model.caution);
  dropOtherArticles(facts, kept);
  dropRepeats(facts, kept);
  dropPlaceholders(facts, kept);
  return kept;
}

/** Decides block by block what belongs to the body. */
export function judgeBody(page: Page, metadata: Metadata, limit: number, model: Model): Judgement {
  const facts = gatherFacts(page, metadata, limit);
  const { blocks } = facts;
  const rows = firstRows(facts, model);
  const first = firstScores(rows, blocks.length, model);
  const context = computeContext(facts, first);
  fill(rows, context, CONTEXT_NAMES.length, FEATURE_NAMES.length + VALUE_NAMES.length);
  const scores = new Float64Array(blocks.length);
  for (let index = 0; index < blocks.length; index++) {
    const score = first[index] as number;
    scores[index] =
      score < HOPELESS
        ? score
        : predict(model.second, model.secondPlaces, rows, index * ROW_NAMES.length);
  }
  return { facts, blocks, rows, scores, kept: chooseBlocks(facts, scores, model) };
}
