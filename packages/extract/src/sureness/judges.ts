import { bytesOf, predict, readTrees, type StoredTrees, type Trees } from '../body/trees.ts';
import { WordTable } from '../body/word-table.ts';
import { BODY_FEATURES } from './body-features.ts';
import { PAGE_FEATURES } from './page-features.ts';
import { BAGS, type Bag, type PageWordValues, WORD_FEATURES } from './page-words.ts';
import weights from './sureness.weights.json' with { type: 'json' };

/** What is judged of a page as a whole. */
export const QUESTIONS = ['article', 'body', 'title', 'authors', 'date'] as const;
export type Question = (typeof QUESTIONS)[number];

/** Trees, and the line that makes their sum (in logits) a probability that means what it says. */
export interface PageJudge {
  readonly trees: Trees;
  readonly slope: number;
  readonly shift: number;
}
export type PageJudges = Readonly<Record<Question, PageJudge>> & { readonly words: PageWordValues };

interface StoredJudge {
  readonly trees: StoredTrees;
  readonly slope: number;
  readonly shift: number;
}
/** Hashes (32 bits each) and values in hundredths (8 bits each), both in base64. */
interface StoredWords {
  readonly hashes: string;
  readonly values: string;
}
export type StoredJudges = Readonly<Record<Question, StoredJudge>> & {
  readonly words: Readonly<Record<Bag, StoredWords>>;
};

/** The columns of a page's row. */
const COLUMNS: readonly string[] = [...BODY_FEATURES, ...PAGE_FEATURES, ...WORD_FEATURES];

function placeOf(name: string): number {
  const place = COLUMNS.indexOf(name);
  if (place < 0) throw new Error(`a judge of pages looks at an unknown feature: ${name}`);
  return place;
}

const readWords = ({ hashes, values }: StoredWords): WordTable =>
  new WordTable(new Int32Array(bytesOf(hashes)), new Int8Array(bytesOf(values)));

export function readJudges(stored: StoredJudges): PageJudges {
  const judges = QUESTIONS.map((question) => {
    const { trees, slope, shift } = stored[question];
    return [question, { trees: readTrees(trees, placeOf), slope, shift }] as const;
  });
  const words = BAGS.map((bag) => [bag, readWords(stored.words[bag])] as const);
  return {
    ...(Object.fromEntries(judges) as Record<Question, PageJudge>),
    words: Object.fromEntries(words) as Record<Bag, WordTable>,
  };
}

const start = new Int32Array(1);
const logit = (probability: number): number => Math.log(probability / (1 - probability));

/** The answer of one judge, 0 to 1. */
export function ask({ trees, slope, shift }: PageJudge, row: Float32Array): number {
  const raw = predict(trees, row, start)[0] as number;
  const bounded = Math.min(1 - 1e-9, Math.max(1e-9, raw));
  return 1 / (1 + Math.exp(-(slope * logit(bounded) + shift)));
}

let shipped: PageJudges | undefined;

/** The judges in `sureness.weights.json`, read once. */
export function shippedJudges(): PageJudges {
  shipped ??= readJudges(weights);
  return shipped;
}
