/**
 * Fits the judge of pages («is this an article at all») and prints how it does on publishers it has
 * not seen; the weights printed last go into src/metadata/kind/kind-weights.ts.
 *   node packages/extract/train/kind/main.ts <corpus folder>
 */
import { KIND_FEATURES } from '../../src/metadata/kind/kind-features.ts';
import { type NamedExample, readExamples } from './examples.ts';
import { fitWeights, foldOf, probability } from './fit.ts';

const FOLDS = 4;
const THRESHOLDS = [0.2, 0.25, 0.3, 0.4, 0.5];

/** An example, judged by weights that have not seen its group. */
interface Scored extends NamedExample {
  readonly probability: number;
}

const [root] = process.argv.slice(2);
if (!root) throw new Error('usage: main.ts <corpus folder>');

const examples = readExamples(root);
const scored: readonly Scored[] = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fitWeights(examples.filter(({ group }) => foldOf(group, FOLDS) !== fold));
  return examples
    .filter(({ group }) => foldOf(group, FOLDS) === fold)
    .map((example) => ({ ...example, probability: probability(weights, example.features) }));
}).flat();

/** Ways to judge, by the heads of their columns. */
const judges = new Map<string, (example: Scored) => boolean>([
  ...THRESHOLDS.map((it) => [`${it}`, (e: Scored) => e.probability >= it] as const),
  ['shipped', (e) => e.isTaken],
]);

console.log(
  'Share judged right: by weights alone that have not seen the publisher, from a threshold',
);
console.log('on, and by the shipped weights and rules.');
print('', scored.length, [...judges.keys()]);
for (const set of [...new Set(scored.map((example) => example.set))])
  table(set, ({ set: own }) => own === set);
table('all articles', ({ isArticle }) => isArticle);
table('all others', ({ isArticle }) => !isArticle);
table('all', () => true);
const weights = fitWeights(examples);
console.log([...KIND_FEATURES, 'bias'].map((name, i) => `${name} ${weights[i]}`).join('\n'));
console.log(JSON.stringify(weights));

function table(name: string, isMember: (example: Scored) => boolean): void {
  const members = scored.filter(isMember);
  const shares = [...judges.values()].map((judge) => {
    const right = members.filter((example) => judge(example) === example.isArticle).length;
    return (right / members.length).toFixed(3);
  });
  print(name, members.length, shares);
}

function print(name: string, count: number, cells: readonly string[]): void {
  const columns = cells.map((cell) => cell.padStart(8)).join('');
  console.log(`${name.padEnd(28)} ${String(count).padStart(5)}${columns}`);
}
