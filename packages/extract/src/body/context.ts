import type { Arena, Tree } from '@nashra/html';
import type { Block } from './blocks.ts';
import type { Group } from './groups.ts';
import { type PageFacts, sumsBefore } from './page-facts.ts';
import type { Rows } from './rows.ts';

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
  'score:list:mean',
  'score:list:others',
  'score:list:before',
  'score:list:after',
];

/** Blocks before and after that are looked at together. */
const WINDOWS = [3, 8] as const;
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

function tally(
  groups: readonly Group[],
  mass: Float64Array,
  scores: Float64Array,
  memory: Arena,
): Tallies {
  const count = scores.length;
  const tallies: Tallies = {
    groups,
    mass: memory.doubles(count),
    max: memory.doubles(count).fill(-1),
    second: memory.doubles(count).fill(-1),
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

/** For each block the first at or after it that is sure, and last the number of blocks. */
function nextSures(scores: Float64Array, memory: Arena): Int32Array {
  const count = scores.length;
  const next = memory.ints(count + 1);
  next[count] = count;
  for (let index = count - 1; index >= 0; index--) {
    next[index] = (scores[index] as number) > SURE ? index : (next[index + 1] as number);
  }
  return next;
}

/** For each block the last one before it that is sure, -1 when there is none. */
function previousSures(scores: Float64Array, memory: Arena): Int32Array {
  const previous = memory.ints(scores.length);
  for (let index = 0, last = -1; index < scores.length; index++) {
    previous[index] = last;
    if ((scores[index] as number) > SURE) last = index;
  }
  return previous;
}

/** The share of mass in the characters between two blocks; -1 when there are none. */
function density(
  massBefore: Float64Array,
  charsBefore: Float64Array,
  from: number,
  to: number,
): number {
  const chars = (charsBefore[to] as number) - (charsBefore[from] as number);
  return chars > 0 ? ((massBefore[to] as number) - (massBefore[from] as number)) / chars : -1;
}

/**
 * Fills CONTEXT_NAMES.length columns of the rows, from `column` on, given the first judge's scores
 * of all the page's blocks.
 */
export function writeContext(
  facts: PageFacts,
  scores: Float64Array,
  { indices, starts, values }: Rows,
  column: number,
): void {
  const { tree, blocks, charsBefore, headingBefore, memory } = facts;
  const count = blocks.length;
  const mass = memory.doubles(count);
  for (let index = 0; index < count; index++) {
    mass[index] = (blocks[index] as Block).chars * (scores[index] as number);
  }
  const massBefore = sumsBefore(mass, memory);
  const total = Math.max(1, massBefore[count] as number);
  const tallies = [facts.slots, facts.tails, facts.parents, facts.grandparents].map((groups) =>
    tally(groups, mass, scores, memory),
  );
  const inLists = tally(facts.lists, mass, scores, memory);
  const best = bestContainer(facts, massBefore);
  const purity =
    ((massBefore[best.to] as number) - (massBefore[best.from] as number)) /
    (1 + (charsBefore[best.to] as number) - (charsBefore[best.from] as number));
  const sorted = mass.slice().sort();
  const nextSure = nextSures(scores, memory);
  const previousSure = previousSures(scores, memory);
  for (let place = 0; place < indices.length; place++) {
    const index = indices[place] as number;
    const { node, chars } = blocks[index] as Block;
    let at = (starts[place] as number) + column;
    const lastSure = previousSure[index] as number;
    const score = scores[index] as number;
    values[at++] = score;
    values[at++] = index > 0 ? (scores[index - 1] as number) : -1;
    values[at++] = index + 1 < count ? (scores[index + 1] as number) : -1;
    for (const { groups, mass, max, second } of tallies) {
      const group = groups[index] as Group;
      const held = mass[group.first] as number;
      const highest = max[group.first] as number;
      const others = group.chars - chars;
      values[at++] = held / group.chars;
      values[at++] = score === highest ? (second[group.first] as number) : highest;
      values[at++] = others > 0 ? (held - chars * score) / others : -1;
    }
    for (const size of WINDOWS) {
      const from = Math.max(0, index - size);
      const to = Math.min(count, index + size + 1);
      values[at++] = density(massBefore, charsBefore, from, index);
      values[at++] = density(massBefore, charsBefore, index + 1, to);
    }
    values[at++] = (massBefore[index] as number) / total;
    values[at++] = 1 - (massBefore[index + 1] as number) / total;
    values[at++] = chars / total;
    values[at++] = total;
    values[at++] = countAbove(sorted, mass[index] as number);
    values[at++] = stepsUp(tree, node, best.node);
    values[at++] = purity;
    const next = nextSure[index + 1] as number;
    values[at++] = next >= count ? 100 : Math.min(100, next - index);
    values[at++] =
      lastSure < 0 ? -1 : (charsBefore[index] as number) - (charsBefore[lastSure + 1] as number);
    const heading = headingBefore[index] as number;
    values[at++] = heading < 0 ? -1 : (scores[heading] as number);
    values[at++] = heading < 0 ? -1 : (scores[heading + 1] ?? -1);
    if ((facts.listOf[index] as number) === 0) values.fill(-1, at, at + 4);
    else {
      const { first, last, chars: all } = facts.lists[index] as Group;
      const held = inLists.mass[first] as number;
      values[at++] = held / all;
      values[at++] = all > chars ? (held - chars * score) / (all - chars) : -1;
      values[at++] = scores[first - 1] ?? -1;
      values[at] = scores[last + 1] ?? -1;
    }
  }
}
