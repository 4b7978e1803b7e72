import type { PageFacts } from '../page-facts.ts';
import { articles } from './articles.ts';
import { company } from './company.ts';
import type { FeatureGroup } from './group.ts';
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

/** Names of the columns, in order. */
export const FEATURE_NAMES: readonly string[] = groups.flatMap(({ names }) => names);

/** Fills FEATURE_NAMES.length places of a row, from `at` on, for a block. */
export function writeFeatures(
  facts: PageFacts,
  index: number,
  row: Float32Array,
  at: number,
): void {
  let place = at;
  for (const group of groups) {
    group.write(facts, index, row, place);
    place += group.names.length;
  }
}
