/**
 * Weights of KIND_FEATURES and, last, the bias: logistic regression on articles of the corpora
 * against their own pages emptied of the article, listings, and invented pages of every other shape.
 * Made by `packages/extract/train/kind/main.ts`.
 */
export const KIND_WEIGHTS: readonly number[] = [
  4.28, 0, -0.32, 6.85, 1.16, -1.73, 1.2, -2.4, -2.57, 0.23, -1.57, 2.85, -1.17, -1.99, -5.95,
];

/**
 * The probability from which on a page counts as an article. Low, because nearly every page that is
 * fetched is one, and an article lost is worse than a listing found.
 */
export const ARTICLE_THRESHOLD = 0.2;
