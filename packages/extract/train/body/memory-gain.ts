/**
 * What the memory of a publisher is worth: bodies of publishers with several labelled pages, read alone, and with what
 * their other pages taught; by judges that have not seen the publisher. Few publishers have many pages, so the others
 * are learned several times over: an upper bound of what so few can teach.
 *   node memory-gain.ts <corpus folder> <work folder>
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModel } from '../../src/body/model.ts';
import { extractWith } from '../../src/extract.ts';
import { EMPTY_MEMORY, learnMemory } from '../../src/memory/learn-memory.ts';
import type { ExtractOptions } from '../../src/types.ts';
import { readCorpus } from '../corpus.ts';
import { wordF1 } from '../sureness/right.ts';
import { dealFolds, FOLDS, foldOf } from './folds.ts';

/** So many pages memory needs to speak. */
const PASSES = 4;

const [root, work] = process.argv.slice(2);
if (!root || !work) throw new Error('usage: memory-gain.ts <corpus folder> <work folder>');
const corpus = readCorpus(root);
const folds = dealFolds(corpus);
const models = Array.from({ length: FOLDS }, (_, fold) =>
  readModel(JSON.parse(readFileSync(join(work, `model.${fold}.json`), 'utf8'))),
);
const totals = new Map<
  string,
  { pages: number; alone: number; remembered: number; changed: number }
>();
for (const [publisher, pages] of Map.groupBy(corpus, (page) => page.publisher)) {
  const model = models[foldOf(folds, publisher)];
  const whole = pages.filter(({ body }) => body !== null);
  if (!model || pages.length < 2) continue;
  const read = (page: (typeof pages)[number], more: Partial<ExtractOptions>) =>
    extractWith(page.bytes(), { url: page.url, ...more }, model);
  const seen = pages.map((page) => read(page, { observe: true }).observation);
  for (const page of whole) {
    let memory = EMPTY_MEMORY;
    for (let pass = 0; pass < PASSES; pass++) {
      for (const [at, observation] of seen.entries()) {
        if (pages[at] !== page && observation) memory = learnMemory(memory, [observation]).memory;
      }
    }
    const alone = wordF1(page.body ?? '', read(page, {}).body);
    const remembered = wordF1(page.body ?? '', read(page, { memory }).body);
    const total = totals.get(page.set) ?? { pages: 0, alone: 0, remembered: 0, changed: 0 };
    total.pages++;
    total.alone += alone;
    total.remembered += remembered;
    total.changed += Number(alone !== remembered);
    totals.set(page.set, total);
  }
}
for (const [set, { pages, alone, remembered, changed }] of totals) {
  const [before, after] = [alone / pages, remembered / pages].map((mean) => mean.toFixed(4));
  console.log(
    `${set.padEnd(12)} ${pages} pages, alone ${before}, with memory ${after}, ${changed} changed`,
  );
}
