/**
 * The second judge's features, out of the first judge's scores, for every fold.
 *   node write-context.ts <corpus folder> <work folder>
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTEXT_NAMES, writeContext } from '../../src/body/context.ts';
import { gatherFacts } from '../../src/body/page-facts.ts';
import { everyBlock, makeRows } from '../../src/body/rows.ts';
import { readMetadata } from '../../src/metadata/index.ts';
import { openPage } from '../../src/open-page.ts';
import { readLessons } from '../corpus.ts';
import { FOLDS } from './folds.ts';

const [root, out] = process.argv.slice(2);
if (!root || !out) throw new Error('usage: write-context.ts <corpus folder> <work folder>');
/** The folds that the first judge was trained for. */
const folds = [...Array(FOLDS + 1).keys()].filter((fold) =>
  existsSync(join(out, `scores.${fold}.bin`)),
);
const scores = folds.map((fold) => {
  const bytes = readFileSync(join(out, `scores.${fold}.bin`));
  return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
});
const parts: Buffer[][] = scores.map(() => []);
let start = 0;
for (const page of readLessons(root)) {
  const document = openPage(page.bytes(), { url: page.url });
  const facts = gatherFacts(document, readMetadata(document), 20_000);
  const end = start + facts.blocks.length;
  for (const [fold, all] of scores.entries()) {
    const matrix = makeRows(everyBlock(facts), CONTEXT_NAMES.length);
    writeContext(facts, Float64Array.from(all.subarray(start, end)), matrix, 0);
    parts[fold]?.push(Buffer.from(matrix.values.buffer));
  }
  start = end;
}
for (const [at, buffers] of parts.entries()) {
  writeFileSync(join(out, `context.${folds[at]}.bin`), Buffer.concat(buffers));
}
