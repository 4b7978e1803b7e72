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

/** One row of FEATURE_NAMES.length numbers per block. */
export function computeFeatures(facts: PageFacts): Float32Array {
  const width = FEATURE_NAMES.length;
  const matrix = new Float32Array(facts.blocks.length * width);
  for (let index = 0; index < facts.blocks.length; index++) {
    let at = index * width;
    for (const group of groups) {
      group.write(facts, index, matrix, at);
      at += group.names.length;
    }
  }
  return matrix;
}
