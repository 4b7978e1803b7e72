import type { Metadata, Page } from '../types.ts';
import type { Block } from './blocks.ts';
import { prepareContext } from './context.ts';
import { dropOtherArticles } from './drop-others.ts';
import { dropPlaceholders, dropRepeats } from './drop-repeats.ts';
import { FEATURE_NAMES, prepareFeatures } from './features/index.ts';
import { keepBlocks } from './keep-blocks.ts';
import { isMenuEntry, MENU_SCORE } from './menu-entries.ts';
import { type Model, ROW_NAMES } from './model.ts';
import { isBeside } from './noise.ts';
import { gatherFacts, type PageFacts } from './page-facts.ts';
import { predict } from './trees.ts';
import { prepareValues, VALUE_NAMES } from './word-values.ts';

/** The page's blocks with the verdict on each. */
export interface Judgement {
  readonly facts: PageFacts;
  readonly blocks: readonly Block[];
  /** Indices of the blocks that were looked at closely, in order. */
  readonly judged: Int32Array;
  /** One row of ROW_NAMES for each of them. */
  readonly rows: Float32Array;
  /** Probability of each block to belong to the body. */
  readonly scores: Float64Array;
  readonly kept: Uint8Array;
}

/** On a page without a block like this, the judge is not sure of anything. */
const LIKELY = 0.3;

/** What the first judge is so sure about is not judged again. */
export const HOPELESS = 0.01;

const WIDTH = ROW_NAMES.length;
/** Where in a row the context starts: with the first judge's score, 0 for what the second does not see. */
export const CONTEXT = FEATURE_NAMES.length + VALUE_NAMES.length;

/** Rows for the judged blocks with everything the first judge looks at. */
function fillRows(facts: PageFacts, model: Model, judged: Int32Array): Float32Array {
  const rows = new Float32Array(judged.length * WIDTH);
  const writeValues = prepareValues(facts, model.words);
  const writeFeatures = prepareFeatures(facts);
  for (const [place, index] of judged.entries()) {
    writeFeatures(index, rows, place * WIDTH);
    writeValues(index, rows, place * WIDTH + FEATURE_NAMES.length);
  }
  return rows;
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
  const judged = Int32Array.from(blocks.keys()).filter((index) => !isMenuEntry(facts, index));
  const rows = fillRows(facts, model, judged);
  const scores = new Float64Array(blocks.length).fill(MENU_SCORE);
  const starts = Int32Array.from(judged.keys(), (place) => place * WIDTH);
  for (const [place, score] of predict(model.first, rows, starts).entries()) {
    scores[judged[place] as number] = score;
  }
  const open = judged.filter((index) => (scores[index] as number) >= HOPELESS);
  const openStarts = starts.filter(
    (_, place) => (scores[judged[place] as number] as number) >= HOPELESS,
  );
  const writeContext = prepareContext(facts, scores);
  for (const [place, index] of open.entries()) {
    writeContext(index, rows, (openStarts[place] as number) + CONTEXT);
  }
  for (const [place, score] of predict(model.second, rows, openStarts).entries()) {
    scores[open[place] as number] = score;
  }
  return { facts, blocks, judged, rows, scores, kept: chooseBlocks(facts, scores, model) };
}
