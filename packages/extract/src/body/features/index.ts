import type { PageFacts } from '../page-facts.ts';
import type { Rows } from '../rows.ts';
import { articles } from './articles.ts';
import { company } from './company.ts';
import type { FeatureGroup } from './group.ts';
import { likeness } from './likeness.ts';
import { markup } from './markup.ts';
import { neighbours } from './neighbours.ts';
import { page } from './page.ts';
import { place } from './place.ts';
import { structure } from './structure.ts';
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
  structure,
];

/** Names of the columns, in order. */
export const FEATURE_NAMES: readonly string[] = groups.flatMap(({ names }) => names);

/** Fills the first FEATURE_NAMES.length columns of the rows. */
export function writeFeatures(facts: PageFacts, rows: Rows): void {
  let column = 0;
  for (const group of groups) {
    group.write(facts, rows, column);
    column += group.names.length;
  }
}
