/** Boosted decision trees as flat arrays: nodes of all trees in preorder, one after the other. */
export interface Trees {
  /** Names of the columns that the trees look at; `feature` counts in them. */
  readonly columns: readonly string[];
  /** First node of each tree. */
  readonly roots: Int32Array;
  /** Column a node looks at, -1 for a leaf. */
  readonly feature: Int16Array;
  /** Node to go to when the value is not below the limit; the next node otherwise. */
  readonly other: Int32Array;
  /** Limit of a node, value of a leaf. */
  readonly value: Float32Array;
}

/** Trees as they are stored: typed arrays in base64, little-endian. */
export interface StoredTrees {
  readonly columns: readonly string[];
  readonly roots: string;
  readonly feature: string;
  readonly other: string;
  readonly value: string;
}

/** The bytes of a base64 string, in a buffer of their own. */
export function bytesOf(base64: string): ArrayBuffer {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

export const readTrees = ({ columns, roots, feature, other, value }: StoredTrees): Trees => ({
  columns,
  roots: new Int32Array(bytesOf(roots)),
  feature: new Int16Array(bytesOf(feature)),
  other: new Int32Array(bytesOf(other)),
  value: new Float32Array(bytesOf(value)),
});

/** Where in a row each node looks, -1 for leaves; `placeOf` leads from a column's name to its place. */
export function nodePlaces(
  { columns, feature }: Trees,
  placeOf: (name: string) => number,
): Int32Array {
  const places = columns.map(placeOf);
  return Int32Array.from(feature, (column) => (column < 0 ? -1 : (places[column] as number)));
}

/** After each stretch of trees, rows that are this far from the body (in logits) are given up. */
const STRETCH = 20;
const HOPELESS = -6;

/** Probability for the row that starts at `at`. */
export function predict(trees: Trees, places: Int32Array, row: Float32Array, at: number): number {
  const { roots, other, value } = trees;
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    if (tree % STRETCH === 0 && sum < HOPELESS) break;
    let node = roots[tree] as number;
    for (let place = places[node] as number; place >= 0; place = places[node] as number) {
      node =
        (row[at + place] as number) < (value[node] as number) ? node + 1 : (other[node] as number);
    }
    sum += value[node] as number;
  }
  return 1 / (1 + Math.exp(-sum));
}

/**
 * How much each column moved the sum for a row: at every node passed, the difference between the
 * mean of the branch taken and the mean of both (Saabas' decomposition; leaves count alike).
 */
export function traceReasons(
  trees: Trees,
  places: Int32Array,
  row: Float32Array,
  at: number,
): ReadonlyMap<number, number> {
  const { roots, feature, other, value } = trees;
  const means = meansOf(trees);
  const moved = new Map<number, number>();
  for (const root of roots) {
    let node = root;
    for (let column = feature[node] as number; column >= 0; column = feature[node] as number) {
      const isBelow = (row[at + (places[node] as number)] as number) < (value[node] as number);
      const next = isBelow ? node + 1 : (other[node] as number);
      const gain = (means[next] as number) - (means[node] as number);
      moved.set(column, (moved.get(column) ?? 0) + gain);
      node = next;
    }
  }
  return moved;
}

const means = new WeakMap<Trees, Float64Array>();

/** Mean value of the leaves below each node. */
function meansOf(trees: Trees): Float64Array {
  const known = means.get(trees);
  if (known) return known;
  const { feature, other, value } = trees;
  const mean = new Float64Array(feature.length);
  for (let node = feature.length - 1; node >= 0; node--) {
    mean[node] =
      (feature[node] as number) < 0
        ? (value[node] as number)
        : ((mean[node + 1] as number) + (mean[other[node] as number] as number)) / 2;
  }
  means.set(trees, mean);
  return mean;
}
