import { KIND_FEATURES } from '../kind-features.ts';
import { readExamples } from './examples.ts';
import { fitWeights, foldOf, probability } from './fit.ts';

const FOLDS = 4;
const THRESHOLDS = [0.2, 0.25, 0.3, 0.4, 0.5];

const [root] = process.argv.slice(2);
if (!root) {
  console.error('usage: node main.ts <folder with articles/ and arabic/>');
  process.exit(2);
}

const examples = readExamples(root);
const scored = Array.from({ length: FOLDS }, (_, fold) => {
  const weights = fitWeights(examples.filter(({ group }) => foldOf(group, FOLDS) !== fold));
  return examples
    .filter(({ group }) => foldOf(group, FOLDS) === fold)
    .map((example) => ({ ...example, probability: probability(weights, example.features) }));
}).flat();

console.log('share judged right, trained without the page’s publisher');
for (const set of [...new Set(scored.map((example) => example.set))]) {
  const members = scored.filter((example) => example.set === set);
  const shares = THRESHOLDS.map((threshold) => {
    const right = members.filter((e) => e.probability >= threshold === e.isArticle).length;
    return `${threshold}: ${(right / members.length).toFixed(3)}`;
  });
  console.log(`${set.padEnd(28)} ${String(members.length).padStart(4)}  ${shares.join('  ')}`);
}
const weights = fitWeights(examples);
console.log([...KIND_FEATURES, 'bias'].map((name, i) => `${name} ${weights[i]}`).join('\n'));
console.log(JSON.stringify(weights));
