/**
 * Fits the judge of pages («is this an article at all») and prints how it does on publishers it has
 * not seen; the weights printed last go into src/metadata/kind/kind-weights.ts.
 *   node packages/extract/train/kind/main.ts <corpus folder>
 */
import { KIND_FEATURES } from '../../src/metadata/kind/kind-features.ts';
import { readExamples } from './examples.ts';
import { fitWeights, foldOf, probability } from './fit.ts';

const FOLDS = 4;
const THRESHOLDS = [0.2, 0.25, 0.3, 0.4, 0.5];

const [root] = process.argv.slice(2);
if (!root) throw new Error('usage: main.ts <corpus folder>');

const examples = readExamples(root);
const scored = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fitWeights(examples.filter(({ group }) => foldOf(group, FOLDS) !== fold));
  return examples
    .filter(({ group }) => foldOf(group, FOLDS) === fold)
    .map((example) => ({ ...example, probability: probability(weights, example.features) }));
}).flat();

const columns = [
  ...THRESHOLDS.map(
    (threshold) =>
      [`${threshold}`, (e: (typeof scored)[number]) => e.probability >= threshold] as const,
  ),
  ['shipped', (e: (typeof scored)[number]) => e.isTaken] as const,
];

console.log(
  'Share judged right: by weights alone that have not seen the publisher, from a threshold',
);
console.log('on, and by the shipped weights and rules.');
print('', scored.length, (at) => (columns[at] as (typeof columns)[number])[0]);
for (const set of [...new Set(scored.map((example) => example.set))])
  table(set, ({ set: own }) => own === set);
table('all articles', ({ isArticle }) => isArticle);
table('all others', ({ isArticle }) => !isArticle);
table('all', () => true);
const weights = fitWeights(examples);
console.log([...KIND_FEATURES, 'bias'].map((name, i) => `${name} ${weights[i]}`).join('\n'));
console.log(JSON.stringify(weights));

function table(name: string, isMember: (example: (typeof scored)[number]) => boolean): void {
  const members = scored.filter(isMember);
  const shares = columns.map(([, isTaken]) => {
    const right = members.filter((example) => isTaken(example) === example.isArticle).length;
    return (right / members.length).toFixed(3);
  });
  print(name, members.length, (at) => shares[at] as string);
}

function print(name: string, count: number, cell: (at: number) => string): void {
  const cells = columns.map((_, at) => cell(at).padStart(8)).join('');
  console.log(`${name.padEnd(28)} ${String(count).padStart(5)}${cells}`);
}
