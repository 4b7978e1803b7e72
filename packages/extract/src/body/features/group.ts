import type { PageFacts } from '../page-facts.ts';

/** Fills some places of a row, from `at` on, for a block of the page that it was prepared for. */
export type RowWriter = (index: number, row: Float32Array, at: number) => void;

/** Some features of a block. `write` fills as many places of the row, from `at` on, as there are names. */
export interface FeatureGroup {
  readonly names: readonly string[];
  write(facts: PageFacts, index: number, row: Float32Array, at: number): void;
}
