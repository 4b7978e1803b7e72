/**
 * Writes what training needs: the features of every block, as production computes them, with labels.
 *   node dump.ts <corpus folder> <output folder>
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { computeFeatures, FEATURE_NAMES } from '../src/body/features/index.ts';
import { gatherFacts } from '../src/body/page-facts.ts';
import { readMetadata } from '../src/metadata/index.ts';
import { openPage } from '../src/open-page.ts';
import { readCorpus } from './corpus.ts';
import { labelBlocks, labelBySnippets } from './labels.ts';

const [root, out] = process.argv.slice(2);
if (!root || !out) throw new Error('usage: dump.ts <corpus folder> <output folder>');
mkdirSync(out, { recursive: true });

const matrices: Float32Array[] = [];
const labels: number[] = [];
const pages: object[] = [];
let rows = 0;
for (const page of readCorpus(root)) {
  const opened = openPage(page.bytes(), { url: page.url });
  const facts = gatherFacts(opened, readMetadata(opened), 20_000);
  const matrix = computeFeatures(facts);
  matrices.push(matrix);
  const { blocks } = facts;
  if (page.body !== null) {
    for (const label of labelBlocks(blocks, page.body)) labels.push(label.tokens, label.true);
  } else {
    for (const [index, label] of labelBySnippets(blocks, page.with, page.without).entries()) {
      const { tokenStart, tokenEnd } = facts.texts[index] as (typeof facts.texts)[number];
      labels.push(tokenEnd - tokenStart, label);
    }
  }
  const truthTokens = page.body?.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0;
  pages.push({
    id: page.id,
    set: page.set,
    publisher: page.publisher,
    start: rows,
    rows: blocks.length,
    truthTokens,
  });
  rows += blocks.length;
}
writeFileSync(
  join(out, 'features.bin'),
  Buffer.concat(matrices.map((m) => new Uint8Array(m.buffer))),
);
writeFileSync(join(out, 'labels.bin'), new Uint8Array(Float32Array.from(labels).buffer));
writeFileSync(join(out, 'pages.json'), JSON.stringify({ names: FEATURE_NAMES, rows, pages }));
console.log(`${pages.length} pages, ${rows} blocks, ${FEATURE_NAMES.length} features`);
