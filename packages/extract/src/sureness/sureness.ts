import type { Judgement } from '../body/judge.ts';
import type { BodyFacts, Metadata, Page, Sureness } from '../types.ts';
import { BODY_FEATURES, bodyFeatures } from './body-features.ts';
import { ask, shippedJudges } from './judges.ts';
import { PAGE_FEATURES, pageFeatures } from './page-features.ts';
import { pageWords, WORD_FEATURES, writeWords } from './page-words.ts';

const NUMBERS = BODY_FEATURES.length + PAGE_FEATURES.length;
const rounded = (probability: number): number => Math.round(probability * 1_000) / 1_000;

/** What the judges of a page look at besides words. */
export const pageNumbers = (
  { tree, url }: Page,
  metadata: Metadata,
  judgement: Judgement,
  body: BodyFacts,
): number[] => [...bodyFeatures(judgement), ...pageFeatures(tree, metadata, body, url)];

/** How likely each field of a page is right; a field without a value is not sure at all. */
export function readSureness(
  page: Page,
  metadata: Metadata,
  judgement: Judgement,
  body: BodyFacts,
): Sureness {
  const judges = shippedJudges();
  const row = new Float32Array(NUMBERS + WORD_FEATURES.length);
  row.set(bodyFeatures(judgement));
  row.set(pageFeatures(page.tree, metadata, body, page.url), BODY_FEATURES.length);
  writeWords(pageWords(judgement, metadata, page.url, body.root), judges.words, row, NUMBERS);
  return {
    article: rounded(ask(judges.article, row)),
    body: body.text === '' ? 0 : rounded(ask(judges.body, row)),
    title: metadata.title === '' ? 0 : rounded(ask(judges.title, row)),
    authors: rounded(ask(judges.authors, row)),
    date: metadata.published === null ? 0 : rounded(ask(judges.date, row)),
  };
}
