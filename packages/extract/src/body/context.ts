import type { Tree } from '@nashra/html';
import type { Block } from './blocks.ts';
import type { RowWriter } from './features/group.ts';
import type { Group } from './groups.ts';
import type { PageFacts } from './page-facts.ts';

/**
 * The second look: what the first judge thinks of the blocks around. A teaser in the body is
 * surrounded by doubts, a short paragraph by certainty.
 */
export const CONTEXT_NAMES: readonly string[] = [
  'score',
  'score-1',
  'score+1',
  ...['slot', 'tail', 'parent', 'grandparent'].flatMap((name) => [
    `score:${name}:mean`,
    `score:${name}:max`,
    `score:${name}:others`,
  ]),
  'score:before3',
  'score:after3',
  'score:before8',
  'score:after8',
  'mass-before',
  'mass-after',
  'mass-share',
  'mass-total',
  'mass-rank',
  'best-steps',
  'best-purity',
  'until-sure',
  'since-sure-chars',
  'sure-heading',
  'sure-after-heading',
];

const SURE = 0.6;
/** An element with this share of the mass holds the likely body. */
const MOST = 0.85;

/** Scores of the blocks of a group, by the index of its first block. */
interface Tallies {
  readonly groups: readonly Group[];
  /** Characters times score, the highest score, and the next one. */
  readonly mass: Float64Array;
  readonly max: Float64Array;
  readonly second: Float64Array;
}

function tally(groups: readonly Group[], mass: Float64Array, scores: Float64Array): Tallies {
  const count = scores.length;
  const tallies: Tallies = {
    groups,
    mass: new Float64Array(count),
    max: new Float64Array(count).fill(-1),
    second: new Float64Array(count).fill(-1),
  };
  for (let index = 0; index < count; index++) {
    const { first } = groups[index] as Group;
    const score = scores[index] as number;
    tallies.mass[first] = (tallies.mass[first] as number) + (mass[index] as number);
    const max = tallies.max[first] as number;
    if (score > max) {
      tallies.second[first] = max;
      tallies.max[first] = score;
    } else if (score > (tallies.second[first] as number)) tallies.second[first] = score;
  }
  return tallies;
}

/** Sums of `values` before each index, and of all at the end. */
function running(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] as number) + (values[i] as number);
  return sums;
}

/** Blocks of the deepest element that holds most of the mass, and the element. */
interface Container {
  readonly node: number;
  readonly from: number;
  readonly to: number;
}

/** Walks up from the block in the middle of the mass: whatever holds most of it holds that block. */
function bestContainer({ tree, blocks }: PageFacts, massBefore: Float64Array): Container {
  const count = blocks.length;
  const total = massBefore[count] as number;
  let from = 0;
  while (from < count - 1 && (massBefore[from + 1] as number) <= 0.5 * total) from++;
  let to = from + 1;
  let node = blocks[from]?.node ?? 0;
  for (; node > 0; node = tree.parent[node] as number) {
    const end = tree.end[node] as number;
    while (from > 0 && isWithin(blocks[from - 1], node, end)) from--;
    while (to < count && isWithin(blocks[to], node, end)) to++;
    if ((massBefore[to] as number) - (massBefore[from] as number) > MOST * total) break;
  }
  return node > 0 ? { node, from, to } : { node: 0, from: 0, to: count };
}

/** How many of the sorted values are above a value. */
function countAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return sorted.length - low;
}

const MOST_STEPS = 20;

/** Steps from a node up to the first ancestor that holds the other node. */
function stepsUp(tree: Tree, from: number, node: number): number {
  let steps = 0;
  for (let up = from; up > 0 && steps < MOST_STEPS; up = tree.parent[up] as number, steps++) {
    if (up <= node && node < (tree.end[up] as number)) break;
  }
  return steps;
}

const isWithin = (block: Block | undefined, node: number, end: number): boolean =>
  block !== undefined && block.node >= node && block.node < end;

/** Prepares the second look at a page, given the first judge's scores of all its blocks. */
export function prepareContext(facts: PageFacts, scores: Float64Array): RowWriter {
  const { tree, blocks, charsBefore, headingBefore } = facts;
  const count = blocks.length;
  const chars = Float64Array.from(blocks, ({ chars }) => chars);
  const mass = chars.map((length, index) => length * (scores[index] as number));
  const massBefore = running(mass);
  const total = Math.max(1, massBefore[count] as number);
  const tallies = [facts.slots, facts.tails, facts.parents, facts.grandparents].map((groups) =>
    tally(groups, mass, scores),
  );
  const best = bestContainer(facts, massBefore);
  const purity =
    ((massBefore[best.to] as number) - (massBefore[best.from] as number)) /
    (1 + (charsBefore[best.to] as number) - (charsBefore[best.from] as number));
  const sorted = mass.slice().sort();
  const nextSure = new Int32Array(count + 1).fill(count);
  for (let index = count - 1; index >= 0; index--) {
    nextSure[index] = (scores[index] as number) > SURE ? index : (nextSure[index + 1] as number);
  }
  const previousSure = new Int32Array(count);
  for (let index = 0, last = -1; index < count; index++) {
    previousSure[index] = last;
    if ((scores[index] as number) > SURE) last = index;
  }
  return (index, row, start) => {
    let at = start;
    const lastSure = previousSure[index] as number;
    const score = scores[index] as number;
    const length = chars[index] as number;
    row[at++] = score;
    row[at++] = index > 0 ? (scores[index - 1] as number) : -1;
    row[at++] = index + 1 < count ? (scores[index + 1] as number) : -1;
    for (const { groups, mass, max, second } of tallies) {
      const group = groups[index] as Group;
      const held = mass[group.first] as number;
      const highest = max[group.first] as number;
      const others = group.chars - length;
      row[at++] = held / group.chars;
      row[at++] = score === highest ? (second[group.first] as number) : highest;
      row[at++] = others > 0 ? (held - length * score) / others : -1;
    }
    for (const size of [3, 8]) {
      const from = Math.max(0, index - size);
      const to = Math.min(count, index + size + 1);
      const before = (charsBefore[index] as number) - (charsBefore[from] as number);
      const after = (charsBefore[to] as number) - (charsBefore[index + 1] as number);
      row[at++] =
        before > 0 ? ((massBefore[index] as number) - (massBefore[from] as number)) / before : -1;
      row[at++] =
        after > 0 ? ((massBefore[to] as number) - (massBefore[index + 1] as number)) / after : -1;
    }
    row[at++] = (massBefore[index] as number) / total;
    row[at++] = 1 - (massBefore[index + 1] as number) / total;
    row[at++] = length / total;
    row[at++] = total;
    row[at++] = countAbove(sorted, mass[index] as number);
    const { node } = blocks[index] as Block;
    row[at++] = stepsUp(tree, node, best.node);
    row[at++] = purity;
    const next = nextSure[index + 1] as number;
    row[at++] = next >= count ? 100 : Math.min(100, next - index);
    row[at++] =
      lastSure < 0 ? -1 : (charsBefore[index] as number) - (charsBefore[lastSure + 1] as number);
    const heading = headingBefore[index] as number;
    row[at++] = heading < 0 ? -1 : (scores[heading] as number);
    row[at] = heading < 0 ? -1 : (scores[heading + 1] ?? -1);
  };
}
