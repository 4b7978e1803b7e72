/**
 * Weights of KIND_FEATURES and, last, the bias: logistic regression on articles of the corpora
 * against their own pages emptied of the article, listings, and invented pages of every other shape.
 * Made by `packages/extract/train/kind/main.ts`.
 */
export const KIND_WEIGHTS: readonly number[] = [
  4.06, 0, -1.1, 6.92, 0.56, -2.08, 1.06, -3.27, 1.09, -1.25, 2.79, -1.68, -2.15, -6.53,
];

/**
 * The probability from which on a page counts as an article. Low, because nearly every page that is
 * fetched is one, and an article lost is worse than a listing found.
 */
export const ARTICLE_THRESHOLD = 0.2;
