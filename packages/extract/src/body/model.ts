import weights from './body.weights.json' with { type: 'json' };
import { CONTEXT_NAMES } from './context.ts';
import { FEATURE_NAMES } from './features/index.ts';
import { bytesOf, readTrees, type StoredTrees, type Trees } from './trees.ts';
import { WordTable } from './word-table.ts';
import { VALUE_NAMES, type WordValues } from './word-values.ts';
import { SAID_NAMES, type WordWeights } from './word-weights.ts';

/** Columns of a block's row: features, word values, what words say together, and for the second judge the context. */
export const ROW_NAMES: readonly string[] = [
  ...FEATURE_NAMES,
  ...VALUE_NAMES,
  ...SAID_NAMES,
  ...CONTEXT_NAMES,
];

/** Two judges, the second of which knows what the first thinks of the neighbours. */
export interface Model {
  readonly words: WordValues;
  readonly weights: WordWeights;
  readonly first: Trees;
  readonly second: Trees;
}

/** Hashes (32 bits each) and values in hundredths (8 bits each), both in base64. */
interface StoredWords {
  readonly hashes: string;
  readonly values: string;
}

export interface StoredModel {
  readonly words: Readonly<Record<keyof WordValues, StoredWords>>;
  readonly weights: StoredWords;
  readonly first: StoredTrees;
  readonly second: StoredTrees;
}

const readWords = ({ hashes, values }: StoredWords): WordTable =>
  new WordTable(new Int32Array(bytesOf(hashes)), new Int8Array(bytesOf(values)));

function placeOf(name: string): number {
  const place = ROW_NAMES.indexOf(name);
  if (place < 0) throw new Error(`the model looks at an unknown feature: ${name}`);
  return place;
}

export function readModel(stored: StoredModel): Model {
  return {
    words: {
      own: readWords(stored.words.own),
      above: readWords(stored.words.above),
      text: readWords(stored.words.text),
    },
    weights: readWords(stored.weights),
    first: readTrees(stored.first, placeOf),
    second: readTrees(stored.second, placeOf),
  };
}

let shipped: Model | undefined;

/** The model in `body.weights.json`, read once. */
export function shippedModel(): Model {
  shipped ??= readModel(weights);
  return shipped;
}
