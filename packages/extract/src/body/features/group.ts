import type { PageFacts } from '../page-facts.ts';

/** Fills some places of a row, from `at` on, for a block of the page that it was prepared for. */
export type RowWriter = (index: number, row: Float32Array, at: number) => void;

/** Some features of a block: the writer fills as many places as there are names. */
export interface FeatureGroup {
  readonly names: readonly string[];
  prepare(facts: PageFacts): RowWriter;
}
