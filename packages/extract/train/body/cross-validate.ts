/**
 * Scores every page by a model that has not seen its publisher, with the corpus' own scorer. Nothing is chosen after
 * training; words, floors and both judges come from the training folds alone.
 *   node cross-validate.ts <corpus folder> <work folder>
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Model, readModel } from '../../src/body/model.ts';
import { extractWith } from '../../src/extract.ts';
import { readCorpus } from '../corpus.ts';
import { dealFolds, FOLDS, foldOf } from './folds.ts';

const [root = usage(), work = usage()] = process.argv.slice(2);

const corpus = readCorpus(root);
const folds = dealFolds(corpus);
const models = Array.from({ length: FOLDS }, (_, fold) =>
  readModel(JSON.parse(readFileSync(join(work, `model.${fold}.json`), 'utf8'))),
);

const lines = corpus.map((page) => {
  const fold = foldOf(folds, page.publisher);
  const { body } = extractWith(page.bytes(), { url: page.url }, models[fold] as Model);
  return `${JSON.stringify({ id: page.id, body })}\n`;
});
const predictions = join(work, 'predictions.jsonl');
writeFileSync(predictions, lines.join(''));

const sets: readonly (readonly [name: string, folder: string, options: readonly string[]])[] = [
  ['scrapinghub', 'articles/core', ['--set', 'scrapinghub']],
  ['fundus', 'articles/core', ['--set', 'fundus']],
  ['arabic', 'arabic/pages', []],
  ['wcxb', 'articles/wcxb', ['--kind', 'article']],
  ['snippets', 'articles/extra', ['--set', 'trafilatura']],
];

for (const [name, folder, options] of sets) {
  const args = [
    join(root, 'articles/score.mjs'),
    join(root, folder),
    predictions,
    ...options,
    '--json',
    '--per-page',
    join(work, `pages.${name}.jsonl`),
  ];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const s: Record<string, number | null> = JSON.parse(stdout);
  const keys = ['f1', 'precision', 'recall', 'wordF1', 'wordP', 'wordR', 'snippetF1', 'below50'];
  const texts = keys
    .filter((key) => typeof s[key] === 'number')
    .map((key) => `${key} ${Number.isInteger(s[key]) ? s[key] : (s[key] ?? 0).toFixed(4)}`);
  console.log(`${name.padEnd(12)} ${texts.join('  ')}`);
}

function usage(): never {
  throw new Error('usage: cross-validate.ts <corpus folder> <work folder>');
}
