/**
 * The probability from which on a page counts as an article: where 985 of 1,000 articles of publishers not seen
 * are kept. Low, because nearly every page that is fetched is one, and an article lost is worse than a listing
 * found. Printed by `packages/extract/train/sureness/train.py`.
 */
export const ARTICLE_THRESHOLD = 0.296;
