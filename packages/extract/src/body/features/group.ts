import type { PageFacts } from '../page-facts.ts';
import type { Rows } from '../rows.ts';

/**
 * Some features of a block. A group writes those of all blocks in one call: functions made for a
 * page would be compiled anew for every few pages.
 */
export interface FeatureGroup {
  readonly names: readonly string[];
  /** Fills as many columns as there are names, from `column` on. */
  write(facts: PageFacts, rows: Rows, column: number): void;
}
