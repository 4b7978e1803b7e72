import { Arena } from '@nashra/html';
import type { Metadata, Page } from '../types.ts';
import type { Block } from './blocks.ts';
import { writeContext } from './context.ts';
import { dropOtherArticles } from './drop-others.ts';
import { dropPlaceholders, dropRepeats } from './drop-repeats.ts';
import { FEATURE_NAMES, writeFeatures } from './features/index.ts';
import { keepBlocks } from './keep-blocks.ts';
import { isMenuEntry, MENU_SCORE } from './menu-entries.ts';
import { type Model, ROW_NAMES } from './model.ts';
import { isBeside } from './noise.ts';
import { gatherFacts, type PageFacts } from './page-facts.ts';
import { makeRows, type Rows, rowsFrom } from './rows.ts';
import { RULES } from './rules/index.ts';
import { predict, type Trees } from './trees.ts';
import { VALUE_NAMES, writeValues } from './word-values.ts';
import { SAID_NAMES, writeSaid } from './word-weights.ts';

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
  /** The same by the first judge alone. */
  readonly first: Float64Array;
  /** A 1 for each block that the scores alone choose. */
  readonly chosen: Uint8Array;
  /** A 1 for each block of the body: of what is chosen, what the page's own structure leaves. */
  readonly kept: Uint8Array;
}

/** On a page without a block like this, the judge is not sure of anything. */
const LIKELY = 0.3;

/** What the first judge is so sure about is not judged again. */
export const HOPELESS = 0.03;

/** Where in a row the context starts: with the first judge's score, 0 for what the second does not see. */
const SAID = FEATURE_NAMES.length + VALUE_NAMES.length;
export const CONTEXT = SAID + SAID_NAMES.length;

/** The blocks that are no menu entries. */
function findJudged(facts: PageFacts): Int32Array {
  const { length } = facts.blocks;
  const judged = facts.memory.ints(length);
  let count = 0;
  for (let index = 0; index < length; index++) {
    if (!isMenuEntry(facts, index)) judged[count++] = index;
  }
  return judged.subarray(0, count);
}

/** Judges some of the blocks, and notes the new scores of these. */
function judge(trees: Trees, rows: Rows, scores: Float64Array): void {
  const found = predict(trees, rows.values, rows.starts);
  for (let place = 0; place < found.length; place++) {
    scores[rows.indices[place] as number] = found[place] as number;
  }
}

/** The blocks that make the best body out of the scores. */
function chooseBlocks(facts: PageFacts, scores: Float64Array): Uint8Array {
  let best = 0;
  for (const score of scores) if (score > best) best = score;
  // Where nothing is likely, forms and comments are the least likely to be the body.
  const eligible =
    best < LIKELY
      ? scores.map((score, index) =>
          isBeside(facts.parts, (facts.blocks[index] as Block).node) ? 0 : score,
        )
      : scores;
  return keepBlocks(eligible, facts.texts);
}

/** What the page's own structure leaves of the chosen blocks, each passage once. */
function obeyRules(facts: PageFacts, chosen: Uint8Array): Uint8Array {
  const kept = chosen.slice();
  dropOtherArticles(facts, kept);
  for (const rule of RULES) rule(facts, kept);
  dropRepeats(facts, kept);
  dropPlaceholders(facts, kept);
  return kept;
}

/** The verdict by other scores. The rules see blocks, not scores: where the same are chosen, the same stay. */
export function judgeAgain(judgement: Judgement, scores: Float64Array): Judgement {
  const { facts } = judgement;
  const chosen = chooseBlocks(facts, scores);
  const kept =
    Buffer.compare(chosen, judgement.chosen) === 0 ? judgement.kept : obeyRules(facts, chosen);
  return { ...judgement, scores, chosen, kept };
}

/** Decides block by block what belongs to the body. */
export function judgeBody(
  page: Page,
  metadata: Metadata,
  limit: number,
  model: Model,
  memory = new Arena(),
): Judgement {
  const facts = gatherFacts(page, metadata, limit, memory);
  const { blocks } = facts;
  const judged = findJudged(facts);
  const rows = makeRows(judged, ROW_NAMES.length, memory);
  writeFeatures(facts, rows);
  writeValues(facts, model.words, rows, FEATURE_NAMES.length);
  writeSaid(facts, model.weights, rows, SAID);
  const scores = memory.doubles(blocks.length).fill(MENU_SCORE);
  judge(model.first, rows, scores);
  const first = memory.doubles(blocks.length);
  first.set(scores);
  const open = rowsFrom(rows, scores, HOPELESS);
  writeContext(facts, scores, open, CONTEXT);
  judge(model.second, open, scores);
  const chosen = chooseBlocks(facts, scores);
  const kept = obeyRules(facts, chosen);
  return { facts, blocks, judged, rows: rows.values, scores, first, chosen, kept };
}
