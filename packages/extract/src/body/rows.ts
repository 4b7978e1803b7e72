import { Arena } from '@nashra/html';
import type { PageFacts } from './page-facts.ts';

/** Rows of numbers about some blocks of a page. */
export interface Rows {
  /** Indices of the blocks, in order. */
  readonly indices: Int32Array;
  /** Where in `values` the row of each of them starts. */
  readonly starts: Int32Array;
  readonly values: Float32Array;
}

/** The indices of all blocks. */
export const everyBlock = ({ blocks }: Pick<PageFacts, 'blocks'>): Int32Array =>
  Int32Array.from(blocks.keys());

/** Empty rows of so many columns. */
export function makeRows(indices: Int32Array, width: number, memory = new Arena()): Rows {
  const starts = memory.ints(indices.length);
  for (let place = 0; place < starts.length; place++) starts[place] = place * width;
  return { indices, starts, values: memory.floats(indices.length * width) };
}

/** The rows of those blocks whose score, found by their index, is high enough. */
export function rowsFrom(rows: Rows, scores: Float64Array, floor: number): Rows {
  const { length } = rows.indices;
  const indices = new Int32Array(length);
  const starts = new Int32Array(length);
  let count = 0;
  for (let place = 0; place < length; place++) {
    const index = rows.indices[place] as number;
    if ((scores[index] as number) < floor) continue;
    indices[count] = index;
    starts[count++] = rows.starts[place] as number;
  }
  return {
    indices: indices.subarray(0, count),
    starts: starts.subarray(0, count),
    values: rows.values,
  };
}
