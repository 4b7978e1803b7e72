/**
 * Learns to tell copies from what is only alike, prints how the rule does on groups of documents it has not seen,
 * thresholds included, and writes the rule that ships, learned from all of them:
 *   node main.ts <corpus folder> [--write]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decideByPoints } from '../src/decision/decide.ts';
import type { Evidence } from '../src/decision/evidence.ts';
import { pointsOf, type Tree } from '../src/decision/trees.ts';
import { createClusterer } from '../src/story/clusterer.ts';
import { boost, createDice, type Row } from './boosting.ts';
import { readDocs, readHandPairs } from './corpus.ts';
import { examplesOf } from './examples.ts';
import { inventRows } from './invented.ts';

const VERSION = 3;
const FOLDS = 5;
const SEEDS = [1, 2, 3, 4];
const LEASTS = [-0.5, -0.25, 0, 0.25];
const LEAST = -0.25;

const root = process.argv[2];
if (!root) throw new Error('usage: main.ts <corpus folder> [--write]');
const folder = join(root, 'near-duplicates/dev');
const { score } = await import(join(root, 'near-duplicates/score.mjs'));
const docs = readDocs(folder);
const examples = examplesOf(docs, readHandPairs(folder)).filter(
  ({ evidence }) => evidence.thin === 0,
);
const invented = inventRows(docs);
console.log(
  `${examples.length} pairs, ${examples.filter((it) => it.isCopy).length} of them copies; ${invented.length} invented`,
);

/** Groups dealt out evenly, large ones first; the same for a seed. */
function deal(places: readonly number[], folds: number, seed: number): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const at of places)
    sizes.set(docs[at]?.group as number, (sizes.get(docs[at]?.group as number) ?? 0) + 1);
  const dice = createDice(seed * 7919);
  const order = [...sizes].map(([group, size]) => ({ group, size, chance: dice() }));
  order.sort((a, b) => b.size - a.size || a.chance - b.chance);
  const load = new Array<number>(folds).fill(0);
  const fold = new Map<number, number>();
  // The largest go to a random fold each, or every seed would deal them alike.
  for (const { group, size } of order) {
    const least = Math.min(...load);
    const free = load.flatMap((it, at) => (it <= least + 12 ? [at] : []));
    const to = free[Math.floor(dice() * free.length)] as number;
    fold.set(group, to);
    load[to] = (load[to] as number) + size;
  }
  return fold;
}

const groupOf = (at: number): number => docs[at]?.group as number;
const all: readonly (Row & { readonly at: number })[] = [...examples, ...invented];

/** Trees for each fold that have not seen its groups. */
function treesUnseen(seed: number): {
  readonly fold: Map<number, number>;
  readonly trees: Tree[][];
} {
  const fold = deal([...docs.keys()], FOLDS, seed);
  const trees = Array.from({ length: FOLDS }, (_, held) =>
    boost(
      all.filter(({ at }) => fold.get(groupOf(at)) !== held),
      seed,
    ),
  );
  return { fold, trees };
}

/** Assigns documents as they come, each by a rule of its own, and scores the stories. */
function scoresOf(pointsFor: (at: number) => (evidence: Evidence) => number) {
  const clusterer = createClusterer();
  const predicted = docs.map((doc, at) => {
    const points = pointsFor(at);
    const { storyId } = clusterer.add(doc, (evidence) =>
      decideByPoints(evidence, points(evidence)),
    );
    return { id: doc.id, clusterId: storyId };
  });
  const { all: whole, manualPairsMerged: hand } = score(folder, predicted);
  const merged = (label: string): number => Number.parseInt(hand[label], 10);
  const right = merged('dup');
  const precision = right / (right + merged('part') + merged('story') + merged('diff'));
  const recall = right / Number(hand.dup.split('/')[1]);
  const handF1 = (2 * precision * recall) / (precision + recall);
  const { dup, part, diff, story } = hand;
  return { f1: whole.f1, p: whole.precision, b3: whole.bcubedF1, handF1, dup, part, diff, story };
}

const print = (title: string, scores: object): void => {
  const rounded = Object.entries(scores).map(([k, v]) => [
    k,
    typeof v === 'number' ? +v.toFixed(4) : v,
  ]);
  console.log(title, JSON.stringify(Object.fromEntries(rounded)));
};

for (const seed of SEEDS) {
  const { fold, trees } = treesUnseen(seed);
  const treesOf = (at: number): Tree[] => trees[fold.get(groupOf(at)) as number] as Tree[];
  for (const least of LEASTS) {
    const unseen = scoresOf((at) => (evidence) => pointsOf(treesOf(at), evidence) - least);
    print(`unseen, deal ${seed}, least ${least}`, unseen);
  }
  for (const kind of ['round-up', 'cut'] as const) {
    const told = invented.filter((row) => row.kind === kind);
    const right = told.filter(
      ({ at, evidence, isCopy }) => pointsOf(treesOf(at), evidence) > LEAST === isCopy,
    );
    console.log(kind, (right.length / told.length).toFixed(3), 'right, unseen');
  }
}
const trees: Tree[] = boost(all, 1);
print(
  'seen',
  scoresOf(() => (evidence) => pointsOf(trees, evidence) - LEAST),
);
if (process.argv.includes('--write')) {
  const lines = trees.map((tree) => JSON.stringify(tree)).join(',\n');
  const file = new URL('../src/decision/same-report.weights.json', import.meta.url);
  writeFileSync(file, `{"version": ${VERSION}, "least": ${LEAST}, "trees": [\n${lines}\n]}\n`);
}
