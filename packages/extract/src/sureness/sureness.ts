import type { BodyFacts, Metadata, Page, Sureness } from '../types.ts';
import { ask, shippedJudges } from './judges.ts';
import { pageFeatures } from './page-features.ts';
import { wordNumbers } from './page-words.ts';

const rounded = (probability: number): number => Math.round(probability * 1_000) / 1_000;

/** How likely each field of a page is right; a field without a value is not sure at all. */
export function readSureness(page: Page, metadata: Metadata, body: BodyFacts): Sureness {
  const judges = shippedJudges();
  const numbers = pageFeatures(page.tree, metadata, body, page.url);
  const row = Float32Array.from([...numbers, ...wordNumbers(body.words, judges.words)]);
  return {
    article: rounded(ask(judges.article, row)),
    body: body.text === '' ? 0 : rounded(ask(judges.body, row)),
    title: metadata.title === '' ? 0 : rounded(ask(judges.title, row)),
    authors: rounded(ask(judges.authors, row)),
    date: metadata.published === null ? 0 : rounded(ask(judges.date, row)),
  };
}
