/**
 * Scores every page by a model that has not seen its publisher, next to the shipped model, with the
 * corpus' own scorer.
 *   node cross-validate.ts <corpus folder> <work folder>
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Model, readModel, shippedModel } from '../../src/body/model.ts';
import { extractWith } from '../../src/extract.ts';
import { readCorpus } from '../corpus.ts';
import { dealFolds, FOLDS } from './folds.ts';

const [root = usage(), work = usage()] = process.argv.slice(2);

const corpus = readCorpus(root);
const folds = dealFolds(corpus);
const models = Array.from({ length: FOLDS }, (_, fold) =>
  readModel(JSON.parse(readFileSync(join(work, `model.${fold}.json`), 'utf8'))),
);

function predictAll(name: string, modelOf: (publisher: string) => Model): string {
  const lines = corpus.map((page) => {
    const { body } = extractWith(page.bytes(), { url: page.url }, modelOf(page.publisher));
    return JSON.stringify({ id: page.id, body });
  });
  const file = join(work, `predictions.${name}.jsonl`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

const sets: readonly (readonly [name: string, folder: string, options: readonly string[]])[] = [
  ['scrapinghub', 'articles/core', ['--set', 'scrapinghub']],
  ['fundus', 'articles/core', ['--set', 'fundus']],
  ['arabic', 'arabic/pages', []],
  ['snippets', 'articles/extra', ['--set', 'trafilatura']],
];

function print(label: string, predictions: string): void {
  for (const [name, folder, options] of sets) {
    const args = [
      join(root, 'articles/score.mjs'),
      join(root, folder),
      predictions,
      ...options,
      '--json',
    ];
    const perPage = ['--per-page', join(work, `pages.${label}.${name}.jsonl`)];
    const { stdout } = spawnSync(process.execPath, [...args, ...perPage], { encoding: 'utf8' });
    const s: Record<string, number> = JSON.parse(stdout);
    const figures =
      name === 'snippets'
        ? ['snippetF1', 'snippetP', 'snippetR']
        : ['f1', 'precision', 'recall', 'meanPageF1', 'below50', 'empty'];
    const texts = figures.map(
      (key) => `${key} ${Number.isInteger(s[key]) ? s[key] : (s[key] ?? 0).toFixed(4)}`,
    );
    console.log(`${label.padEnd(8)} ${name.padEnd(12)} ${texts.join('  ')}`);
  }
}

print(
  'unseen',
  predictAll('unseen', (publisher) => models[folds.get(publisher) ?? 0] as Model),
);
print(
  'shipped',
  predictAll('shipped', () => shippedModel()),
);

function usage(): never {
  throw new Error('usage: cross-validate.ts <corpus folder> <work folder>');
}
