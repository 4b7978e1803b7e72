import { hashText } from '../hash-text.ts';

/** A page as the judge sees it, and what it is. */
export interface Example {
  readonly features: readonly number[];
  readonly isArticle: boolean;
  /** Pages of one group are never split between training and scoring. */
  readonly group: string;
}

const STEPS = 4_000;
const RATE = 2;
const MOMENTUM = 0.9;
const DECAY = 2e-4;

/** Logistic regression by gradient descent; both classes weigh the same. The bias comes last. */
export function fitWeights(examples: readonly Example[]): number[] {
  const width = examples[0]?.features.length ?? 0;
  const weights = new Float64Array(width + 1);
  const speed = new Float64Array(width + 1);
  const articles = examples.filter(({ isArticle }) => isArticle).length;
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(width + 1);
    for (const { features, isArticle } of examples) {
      const share = 0.5 / (isArticle ? articles : examples.length - articles);
      const error = (probability(weights, features) - Number(isArticle)) * share;
      for (let i = 0; i < width; i++)
        gradient[i] = (gradient[i] as number) + error * (features[i] as number);
      gradient[width] = (gradient[width] as number) + error;
    }
    for (let i = 0; i <= width; i++) {
      const pull = i < width ? DECAY * (weights[i] as number) : 0;
      speed[i] = MOMENTUM * (speed[i] as number) - RATE * ((gradient[i] as number) + pull);
      weights[i] = (weights[i] as number) + (speed[i] as number);
    }
  }
  return [...weights].map((weight) => Math.round(weight * 100) / 100);
}

export function probability(weights: ArrayLike<number>, features: readonly number[]): number {
  let sum = weights[features.length] as number;
  for (let i = 0; i < features.length; i++) sum += (features[i] as number) * (weights[i] as number);
  return 1 / (1 + Math.exp(-sum));
}

/** The fold a group falls into, the same on every run. */
export function foldOf(group: string, folds: number): number {
  return (hashText(group) >>> 0) % folds;
}
