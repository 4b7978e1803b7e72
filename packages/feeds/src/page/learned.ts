import { addressPattern } from '@nashra/address';

/** What became of a page that a list showed once. */
export interface PageFate {
  readonly address: string;
  readonly isArticle: boolean;
}

/** How many pages of each pattern were articles, and how many were none. */
export type LearnedPatterns = ReadonlyMap<
  string,
  { readonly articles: number; readonly others: number }
>;

/** What the pages of a site have taught of its addresses. */
export function learnPatterns(fates: readonly PageFate[]): LearnedPatterns {
  const learned = new Map<string, { articles: number; others: number }>();
  for (const { address, isArticle } of fates) {
    const pattern = addressPattern(address);
    const of = learned.get(pattern) ?? { articles: 0, others: 0 };
    if (isArticle) of.articles += 1;
    else of.others += 1;
    learned.set(pattern, of);
  }
  return learned;
}

const LEAST_ARTICLES = 3;
const LEAST_OTHERS = 8;

/** Whether pages of a pattern are articles, by those that were read; null where too few were. */
export function verdictOf(learned: LearnedPatterns, pattern: string): boolean | null {
  const { articles = 0, others = 0 } = learned.get(pattern) ?? {};
  if (articles >= LEAST_ARTICLES && articles * 2 > others) return true;
  return others >= LEAST_OTHERS && articles * 10 < others ? false : null;
}
