import type { Evidence } from '../src/decision/evidence.ts';
import type { Question, Tree } from '../src/decision/trees.ts';

type Name = keyof Evidence;

export interface Row {
  readonly evidence: Evidence;
  readonly isCopy: boolean;
  readonly weight: number;
}

/** Which way more of a kind of evidence may push: a tree that says otherwise has learned an accident. */
const DIRECTIONS: Readonly<Record<Name, 1 | 0 | -1>> = {
  thin: 0, shingles: 1, contained: 1, covered: 1, words: 1, wordsOfBoth: 1, longLead: 1, shortLead: 1, leads: 1,
  title: 1, titleContained: 1, titleWeight: 1, numbers: 1, strangeNumbers: -1, moreStrangeNumbers: -1, titleNumbers: -1,
  strangers: -1, moreStrangers: -1, rare: 1, longTitle: 1, shortTitle: 1, length: 0, size: 0, headedParts: 0,
  hours: -1, template: -1, freshShingles: 1, freshContained: 1,
}; // biome-ignore format: read as a table
/** Decided by rules of their own: texts that are all title, and round-ups, of which there are too few to learn from. */
const RULED: readonly Name[] = ['thin', 'headedParts'];
export const NAMES = (Object.keys(DIRECTIONS) as Name[]).filter((name) => !RULED.includes(name));

const ROUNDS = 150;
const RATE = 0.12;
const RIDGE = 1;
const MIN_CURVATURE = 1;
const BINS = 48;
const ROWS_SHARE = 0.8;
const NAMES_SHARE = 0.6;

/** A row as boosting sees it. */
interface Item {
  readonly row: Row;
  readonly bins: Uint8Array;
  points: number;
  slope: number;
  curvature: number;
}

interface Split {
  readonly name: number;
  readonly bin: number;
  readonly gain: number;
}

/** Numbers between 0 and 1, the same for a seed on every run. */
export function createDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Gradient-boosted trees of depth two with monotone questions, for logistic loss (Friedman 2001; Chen 2016). */
export function boost(rows: readonly Row[], seed: number): Tree[] {
  const dice = createDice(seed);
  const limits = NAMES.map((name) => limitsOf(rows.map(({ evidence }) => evidence[name])));
  const items = rows.map((row): Item => {
    const bins = Uint8Array.from(NAMES, (name, at) => {
      const value = row.evidence[name];
      return (limits[at] as number[]).filter((limit) => value >= limit).length;
    });
    return { row, bins, points: 0, slope: 0, curvature: 0 };
  });
  const trees: Tree[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const item of items) {
      const likely = 1 / (1 + Math.exp(-item.points));
      item.slope = (likely - Number(item.row.isCopy)) * item.row.weight;
      item.curvature = Math.max(likely * (1 - likely), 1e-6) * item.row.weight;
    }
    const sample = items.filter(() => dice() < ROWS_SHARE);
    const names = NAMES.map((_, at) => at).filter(() => dice() < NAMES_SHARE);
    const tree = grow(sample, names, limits);
    trees.push(tree);
    for (const item of items) item.points += tree.values[leafOf(tree, item.row.evidence)] as number;
  }
  return trees;
}

function limitsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const limits = Array.from(
    { length: BINS - 1 },
    (_, bin) => sorted[Math.floor(((bin + 1) * sorted.length) / BINS)] as number,
  );
  return [...new Set(limits)].filter((limit) => limit > (sorted[0] as number));
}

function grow(items: readonly Item[], names: readonly number[], limits: readonly number[][]): Tree {
  const bounds = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const top = divide(items, names, limits, bounds);
  const [left, right] = [0, 1].map((side) =>
    divide(top.sides[side] as Item[], names, limits, top.bounds[side] as Bounds),
  ) as [Divided, Divided];
  const values = [top.value, ...top.values, ...left.values, ...right.values];
  return {
    root: top.question,
    left: left.question,
    right: right.question,
    values: values.map((value) => Math.round(value * RATE * 1e4) / 1e4),
  };
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

interface Divided {
  readonly question: Question;
  readonly sides: readonly [Item[], Item[]];
  readonly value: number;
  readonly values: readonly [number, number];
  readonly bounds: readonly [Bounds, Bounds];
}

/** Divides items by the best question; by one that all answer alike where none is good. */
function divide(
  items: readonly Item[],
  names: readonly number[],
  limits: readonly number[][],
  bounds: Bounds,
): Divided {
  const value = pointsFor(sumOf(items), bounds);
  const split = bestSplit(items, names, limits, bounds);
  if (!split) {
    const question: Question = [NAMES[0] as Name, 2];
    return {
      question,
      sides: [[...items], []],
      value,
      values: [value, value],
      bounds: [bounds, bounds],
    };
  }
  const sides: [Item[], Item[]] = [[], []];
  for (const item of items)
    sides[(item.bins[split.name] as number) <= split.bin ? 0 : 1].push(item);
  const values = sides.map((side) => pointsFor(sumOf(side), bounds)) as [number, number];
  const middle = (values[0] + values[1]) / 2;
  const name = NAMES[split.name] as Name;
  const way = DIRECTIONS[name];
  const left = { low: way < 0 ? middle : bounds.low, high: way > 0 ? middle : bounds.high };
  const right = { low: way > 0 ? middle : bounds.low, high: way < 0 ? middle : bounds.high };
  const limit = (limits[split.name] as number[])[split.bin] as number;
  return { question: [name, limit], sides, value, values, bounds: [left, right] };
}

interface Sum {
  slope: number;
  curvature: number;
}

function sumOf(items: readonly Item[]): Sum {
  const sum = { slope: 0, curvature: 0 };
  for (const { slope, curvature } of items) {
    sum.slope += slope;
    sum.curvature += curvature;
  }
  return sum;
}

const pointsFor = ({ slope, curvature }: Sum, { low, high }: Bounds): number =>
  Math.min(high, Math.max(low, -slope / (curvature + RIDGE)));
const gainOf = ({ slope, curvature }: Sum): number => slope ** 2 / (curvature + RIDGE);

function bestSplit(
  items: readonly Item[],
  names: readonly number[],
  limits: readonly number[][],
  bounds: Bounds,
): Split | null {
  const all = sumOf(items);
  let best: Split = { name: -1, bin: 0, gain: 1e-3 };
  for (const name of names) {
    const bins = (limits[name] as number[]).length + 1;
    const sums = Array.from({ length: bins }, (): Sum => ({ slope: 0, curvature: 0 }));
    for (const { bins: of, slope, curvature } of items) {
      const sum = sums[of[name] as number] as Sum;
      sum.slope += slope;
      sum.curvature += curvature;
    }
    const left = { slope: 0, curvature: 0 };
    for (let bin = 0; bin < bins - 1; bin++) {
      left.slope += (sums[bin] as Sum).slope;
      left.curvature += (sums[bin] as Sum).curvature;
      const right = { slope: all.slope - left.slope, curvature: all.curvature - left.curvature };
      if (left.curvature < MIN_CURVATURE || right.curvature < MIN_CURVATURE) continue;
      const way = pointsFor(right, bounds) - pointsFor(left, bounds);
      if (way * DIRECTIONS[NAMES[name] as Name] < 0) continue;
      const gain = gainOf(left) + gainOf(right) - gainOf(all);
      if (gain > best.gain) best = { name, bin, gain };
    }
  }
  return best.name < 0 ? null : best;
}

function leafOf({ root, left, right }: Tree, evidence: Evidence): number {
  if (evidence[root[0]] < root[1]) return evidence[left[0]] < left[1] ? 3 : 4;
  return evidence[right[0]] < right[1] ? 5 : 6;
}
