import { MENU_SCORE } from './menu-entries.ts';

/**
 * Boosted decision trees, all filled up to one depth: below node n are 2n + 1 and 2n + 2, so a walk
 * takes `depth` steps and nobody asks whether a node is a leaf.
 */
export interface Trees {
  readonly depth: number;
  /** Place in the row that an inner node looks at; 2 ** depth - 1 of them a tree. */
  readonly places: Uint16Array;
  /** A walk goes on at 2n + 1 when the value is below the limit. */
  readonly limits: Float32Array;
  /** 2 ** depth values a tree. */
  readonly leaves: Float32Array;
  /** Sum (in logits) below which a row is given up, after each stretch of trees. */
  readonly floors: Float32Array;
}

/** Trees as they are stored: typed arrays in base64, little-endian; nodes count in `columns`. */
export interface StoredTrees {
  readonly columns: readonly string[];
  readonly depth: number;
  readonly nodes: string;
  readonly limits: string;
  readonly leaves: string;
  readonly floors: readonly number[];
}

/** The bytes of a base64 string, in a buffer of their own. */
export function bytesOf(base64: string): ArrayBuffer {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

/** Reads trees for rows where `placeOf` says each column's place. */
export function readTrees(stored: StoredTrees, placeOf: (name: string) => number): Trees {
  const places = stored.columns.map(placeOf);
  return {
    depth: stored.depth,
    places: Uint16Array.from(
      new Uint16Array(bytesOf(stored.nodes)),
      (column) => places[column] as number,
    ),
    limits: new Float32Array(bytesOf(stored.limits)),
    leaves: new Float32Array(bytesOf(stored.leaves)),
    floors: Float32Array.from(stored.floors),
  };
}

/** Trees between two looks at the sum, of which every model has a multiple; so many stay in the processor's cache for all rows. */
export const STRETCH = 10;

/**
 * A sum with what a stretch of trees says of the row that starts at `at`. Five trees are walked side
 * by side, so that the processor goes on with four while it waits for one.
 */
function sumStretch(
  { depth, places, limits, leaves }: Trees,
  from: number,
  row: Float32Array,
  at: number,
  before: number,
): number {
  const inner = (1 << depth) - 1;
  let sum = before;
  for (let tree = from; tree < from + STRETCH; tree += 5) {
    let a = tree * inner;
    let b = a + inner;
    let c = b + inner;
    let d = c + inner;
    let e = d + inner;
    // Nodes count from the first tree's root: 2 (n - root) + 1 + root.
    const toA = 1 - a;
    const toB = 1 - b;
    const toC = 1 - c;
    const toD = 1 - d;
    const toE = 1 - e;
    for (let level = 0; level < depth; level++) {
      const isA = (row[at + (places[a] as number)] as number) >= (limits[a] as number);
      const isB = (row[at + (places[b] as number)] as number) >= (limits[b] as number);
      const isC = (row[at + (places[c] as number)] as number) >= (limits[c] as number);
      const isD = (row[at + (places[d] as number)] as number) >= (limits[d] as number);
      const isE = (row[at + (places[e] as number)] as number) >= (limits[e] as number);
      a = 2 * a + toA + Number(isA);
      b = 2 * b + toB + Number(isB);
      c = 2 * c + toC + Number(isC);
      d = 2 * d + toD + Number(isD);
      e = 2 * e + toE + Number(isE);
    }
    // A tree has one leaf more than inner nodes, and its leaves are numbered after them.
    const leaf = tree - inner;
    sum += leaves[a + leaf] as number;
    sum += leaves[b + leaf + 1] as number;
    sum += leaves[c + leaf + 2] as number;
    sum += leaves[d + leaf + 3] as number;
    sum += leaves[e + leaf + 4] as number;
  }
  return sum;
}

/** Probabilities for the rows that start at `starts`. */
export function predict(trees: Trees, rows: Float32Array, starts: Int32Array): Float64Array {
  const count = trees.leaves.length >> trees.depth;
  const sums = new Float64Array(starts.length);
  let asked = Int32Array.from(starts.keys());
  for (let from = 0, stretch = 0; from < count; from += STRETCH, stretch++) {
    const floor = trees.floors[stretch] ?? Number.NEGATIVE_INFINITY;
    let left = 0;
    for (let at = 0; at < asked.length; at++) {
      const index = asked[at] as number;
      const start = starts[index] as number;
      const sum = sumStretch(trees, from, rows, start, sums[index] as number);
      sums[index] = sum;
      if (sum >= floor) asked[left++] = index;
      else sums[index] = Number.NEGATIVE_INFINITY;
    }
    asked = asked.subarray(0, left);
  }
  for (let index = 0; index < sums.length; index++) {
    const sum = sums[index] as number;
    sums[index] = sum === Number.NEGATIVE_INFINITY ? MENU_SCORE : 1 / (1 + Math.exp(-sum));
  }
  return sums;
}

/**
 * How much each place of a row moved the sum: at every node passed, the difference between the mean
 * of the branch taken and the mean of both (Saabas' decomposition; leaves count alike).
 */
export function traceReasons(
  trees: Trees,
  row: Float32Array,
  at: number,
): ReadonlyMap<number, number> {
  const { depth, places, limits, leaves } = trees;
  const inner = (1 << depth) - 1;
  const moved = new Map<number, number>();
  const means = new Float64Array(2 * inner + 1);
  for (let root = 0, leaf = 0; leaf < leaves.length; root += inner, leaf += inner + 1) {
    means.set(leaves.subarray(leaf, leaf + inner + 1), inner);
    for (let node = inner - 1; node >= 0; node--) {
      means[node] = ((means[2 * node + 1] as number) + (means[2 * node + 2] as number)) / 2;
    }
    for (let node = 0; node < inner; ) {
      const place = places[root + node] as number;
      const isAbove = (row[at + place] as number) >= (limits[root + node] as number);
      const next = 2 * node + 1 + Number(isAbove);
      const gain = (means[next] as number) - (means[node] as number);
      moved.set(place, (moved.get(place) ?? 0) + gain);
      node = next;
    }
  }
  return moved;
}
