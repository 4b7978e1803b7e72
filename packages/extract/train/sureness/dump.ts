/**
 * Writes what the judges of pages learn from, each page read by a judge of blocks that has not seen its
 * publisher.
 *   node dump.ts <corpus folder> <work folder>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Model, readModel } from '../../src/body/model.ts';
import { BODY_FEATURES } from '../../src/sureness/body-features.ts';
import { PAGE_FEATURES } from '../../src/sureness/page-features.ts';
import { BAGS, FEW } from '../../src/sureness/page-words.ts';
import { dealFolds, FOLDS, foldOf } from '../body/folds.ts';
import { readCorpus } from '../corpus.ts';
import { readExamples } from './examples.ts';

const [root, work] = process.argv.slice(2);
if (!root || !work) throw new Error('usage: dump.ts <corpus folder> <work folder>');
const models = Array.from({ length: FOLDS }, (_, fold) =>
  readModel(JSON.parse(readFileSync(join(work, `model.${fold}.json`), 'utf8'))),
);
const folds = dealFolds(readCorpus(root));
const modelOf = (publisher: string): Model => {
  const model = models[foldOf(folds, publisher)];
  if (!model) throw new Error(`no model for ${publisher}`);
  return model;
};
const examples = [...readExamples(root, modelOf)];
writeFileSync(
  join(work, 'pages-as-rows.json'),
  JSON.stringify({
    names: [...BODY_FEATURES, ...PAGE_FEATURES],
    bags: BAGS,
    few: FEW,
    examples: examples.map((one) => ({ ...one, fold: foldOf(folds, one.group) })),
  }),
);
console.log(`${examples.length} pages, ${BODY_FEATURES.length + PAGE_FEATURES.length} features`);
