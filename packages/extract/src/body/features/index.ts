import type { PageFacts } from '../page-facts.ts';
import { articles } from './articles.ts';
import { company } from './company.ts';
import type { FeatureGroup, RowWriter } from './group.ts';
import { likeness } from './likeness.ts';
import { markup } from './markup.ts';
import { neighbours } from './neighbours.ts';
import { page } from './page.ts';
import { place } from './place.ts';
import { text } from './text.ts';

const groups: readonly FeatureGroup[] = [
  markup,
  text,
  place,
  company,
  likeness,
  neighbours,
  page,
  articles,
];

const widths = groups.map(({ names }) => names.length);

/** Names of the columns, in order. */
export const FEATURE_NAMES: readonly string[] = groups.flatMap(({ names }) => names);

/** Prepares a writer of FEATURE_NAMES.length places for the blocks of a page. */
export function prepareFeatures(facts: PageFacts): RowWriter {
  const writers = groups.map((group) => group.prepare(facts));
  return (index, row, start) => {
    let at = start;
    for (const [place, write] of writers.entries()) {
      write(index, row, at);
      at += widths[place] as number;
    }
  };
}
