/**
 * Writes what training needs: the features of every block, as production computes them, with labels.
 *   node dump.ts <corpus folder> <output folder>
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTEXT_NAMES } from '../../src/body/context.ts';
import { FEATURE_NAMES, writeFeatures } from '../../src/body/features/index.ts';
import { HOPELESS } from '../../src/body/judge.ts';
import { isMenuEntry, MENU_SCORE } from '../../src/body/menu-entries.ts';
import { gatherFacts, type PageFacts } from '../../src/body/page-facts.ts';
import { everyBlock, makeRows } from '../../src/body/rows.ts';
import { STRETCH } from '../../src/body/trees.ts';
import { VALUE_NAMES, writeValues } from '../../src/body/word-values.ts';
import { SAID_NAMES } from '../../src/body/word-weights.ts';
import { readMetadata } from '../../src/metadata/index.ts';
import { openPage } from '../../src/open-page.ts';
import { type CorpusPage, readLessons } from '../corpus.ts';
import { dealFolds, FOLDS } from './folds.ts';
import { labelBlocks, labelBySnippets } from './labels.ts';
import { WordCounts } from './word-counts.ts';
import { WordList } from './word-list.ts';

const [root, out] = process.argv.slice(2);
if (!root || !out) throw new Error('usage: dump.ts <corpus folder> <output folder>');
mkdirSync(out, { recursive: true });
const write = (name: string, ...arrays: readonly (Float32Array | Int32Array)[]): void =>
  writeFileSync(
    join(out, name),
    Buffer.concat(arrays.map((a) => new Uint8Array(a.buffer, a.byteOffset, a.byteLength))),
  );

/** Tokens and true tokens of each block; -1 true tokens where nothing is known. */
function labelPage(page: CorpusPage, { blocks, texts }: PageFacts): Float32Array {
  const labels = new Float32Array(blocks.length * 2);
  if (page.body !== null) {
    for (const [index, label] of labelBlocks(blocks, page.body).entries()) {
      labels[2 * index] = label.tokens;
      labels[2 * index + 1] = label.true;
    }
    return labels;
  }
  for (const [index, label] of labelBySnippets(blocks, page.with, page.without).entries()) {
    const { tokenStart, tokenEnd } = texts[index] as (typeof texts)[number];
    labels[2 * index] = tokenEnd - tokenStart;
    labels[2 * index + 1] = label < 0 ? -1 : label * (tokenEnd - tokenStart);
  }
  return labels;
}

const corpus = readLessons(root);
const folds = dealFolds(corpus);
const words = new WordList();
const counts = new WordCounts();
const matrices: Float32Array[] = [];
const labels: Float32Array[] = [];
const judged: Float32Array[] = [];
const opened: PageFacts[] = [];
let rows = 0;
const pages = corpus.map((page) => {
  const document = openPage(page.bytes(), { url: page.url });
  const facts = gatherFacts(document, readMetadata(document), 20_000);
  const label = labelPage(page, facts);
  const matrix = makeRows(everyBlock(facts), FEATURE_NAMES.length);
  writeFeatures(facts, matrix);
  matrices.push(matrix.values);
  labels.push(label);
  judged.push(Float32Array.from(facts.blocks, (_, i) => Number(!isMenuEntry(facts, i))));
  opened.push(facts);
  counts.add(
    facts,
    page.publisher,
    Float32Array.from(
      facts.blocks,
      (_, i) => (label[2 * i + 1] as number) / Math.max(1, label[2 * i] as number),
    ),
  );
  words.addPage(facts);
  const start = rows;
  rows += facts.blocks.length;
  const truthTokens = page.body?.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0;
  const { id, set, publisher } = page;
  return {
    id,
    set,
    publisher,
    fold: folds.get(publisher),
    start,
    rows: facts.blocks.length,
    truthTokens,
  };
});
write('words.bin', words.entries());
write('word-counts.bin', Int32Array.from(words.counts));
write('features.bin', ...matrices);
write('labels.bin', ...labels);
write('judged.bin', ...judged);
// Fold FOLDS is none: the model that is shipped.
for (let fold = 0; fold <= FOLDS; fold++) {
  const summary = counts.summarize((publisher) => folds.get(publisher) === fold);
  const values = opened.map((facts, at) => {
    const matrix = makeRows(everyBlock(facts), VALUE_NAMES.length);
    writeValues(facts, summary.valuesFor(corpus[at]?.publisher ?? ''), matrix, 0);
    return matrix.values;
  });
  write(`values.${fold}.bin`, ...values);
  writeFileSync(join(out, `words.${fold}.json`), JSON.stringify(summary.tables()));
}
writeFileSync(
  join(out, 'pages.json'),
  JSON.stringify({
    names: [...FEATURE_NAMES],
    valueNames: VALUE_NAMES,
    saidNames: SAID_NAMES,
    contextNames: CONTEXT_NAMES,
    rows,
    folds: FOLDS,
    stretch: STRETCH,
    hopeless: HOPELESS,
    menuScore: MENU_SCORE,
    pages,
  }),
);
console.log(
  `${pages.length} pages, ${rows} blocks, ${FEATURE_NAMES.length} + ${VALUE_NAMES.length} features`,
);
