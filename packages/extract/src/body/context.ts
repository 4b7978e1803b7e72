import type { PageFacts } from './page-facts.ts';

/**
 * The second look: what the first judge thinks of the blocks around. A teaser in the body is
 * surrounded by doubts, a short paragraph by certainty.
 */
export const CONTEXT_NAMES: readonly string[] = [
  'score',
  ...[-4, -3, -2, -1, 1, 2, 3, 4].map((offset) => `score${offset > 0 ? '+' : ''}${offset}`),
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
  'best-inside',
  'best-steps',
  'best-purity',
  'since-sure',
  'until-sure',
  'since-sure-chars',
  'until-sure-chars',
  'sure-heading',
  'sure-after-heading',
];

const OFFSETS = [-4, -3, -2, -1, 1, 2, 3, 4];
const SURE = 0.6;

interface Tally {
  chars: number;
  mass: number;
  max: number;
  second: number;
}

function tallyBy(
  facts: PageFacts,
  scores: Float64Array,
  keyOf: (node: number) => number,
): readonly Tally[] {
  const tallies = new Map<number, Tally>();
  return facts.blocks.map(({ node, chars }, index) => {
    const key = keyOf(node);
    let tally = tallies.get(key);
    if (!tally) {
      tally = { chars: 0, mass: 0, max: -1, second: -1 };
      tallies.set(key, tally);
    }
    const score = scores[index] as number;
    tally.chars += chars;
    tally.mass += chars * score;
    if (score > tally.max) {
      tally.second = tally.max;
      tally.max = score;
    } else if (score > tally.second) tally.second = score;
    return tally;
  });
}

/** Sums of `values` before each index, and of all at the end. */
function running(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = (sums[i] as number) + (values[i] as number);
  return sums;
}

/** Deepest element that holds most of the mass of likely body. */
function bestContainer({ tree, blocks }: PageFacts, mass: Float64Array, total: number): number {
  const held = new Float64Array(tree.size);
  let best = 0;
  for (const [index, { node }] of blocks.entries()) {
    const weight = mass[index] as number;
    if (weight < 1) continue;
    for (let up = node; up >= 0; up = tree.parent[up] as number)
      held[up] = (held[up] as number) + weight;
  }
  for (let node = 1; node < tree.size; node++)
    if ((held[node] as number) > 0.85 * total) best = node;
  return best;
}

/** Fills CONTEXT_NAMES.length places of a row, from `at` on, for a block. */
export type ContextWriter = (index: number, row: Float32Array, at: number) => void;

/** Prepares the second look at a page, given the first judge's scores of all its blocks. */
export function prepareContext(facts: PageFacts, scores: Float64Array): ContextWriter {
  const { tree, elements, blocks, charsBefore, headingBefore } = facts;
  const count = blocks.length;
  const chars = Float64Array.from(blocks, ({ chars }) => chars);
  const mass = chars.map((length, index) => length * (scores[index] as number));
  const massBefore = running(mass);
  const total = Math.max(1, massBefore[count] as number);
  const parentOf = (node: number): number => tree.parent[node] ?? 0;
  const tallies = [
    tallyBy(facts, scores, (node) => elements.path[node] as number),
    tallyBy(facts, scores, (node) => elements.tail[node] as number),
    tallyBy(facts, scores, parentOf),
    tallyBy(facts, scores, (node) => parentOf(parentOf(node))),
  ];
  const best = bestContainer(facts, mass, total);
  const bestEnd = tree.end[best] as number;
  let bestMass = 0;
  let bestChars = 1;
  for (const [index, { node }] of blocks.entries()) {
    if (node < best || node >= bestEnd) continue;
    bestMass += mass[index] as number;
    bestChars += chars[index] as number;
  }
  const rank = new Int32Array(count);
  const byMass = [...blocks.keys()].sort((a, b) => (mass[b] as number) - (mass[a] as number));
  for (const [place, index] of byMass.entries()) rank[index] = place;
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
    for (const offset of OFFSETS) row[at++] = scores[index + offset] ?? -1;
    for (const groups of tallies) {
      const tally = groups[index] as Tally;
      row[at++] = tally.mass / tally.chars;
      row[at++] = score === tally.max ? tally.second : tally.max;
      const others = tally.chars - length;
      row[at++] = others > 0 ? (tally.mass - length * score) / others : -1;
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
    row[at++] = rank[index] as number;
    const { node } = blocks[index] as (typeof blocks)[number];
    row[at++] = node >= best && node < bestEnd ? 1 : 0;
    let steps = 0;
    for (
      let up = node;
      up > 0 && steps < 20 && !(up <= best && best < (tree.end[up] as number));
      steps++
    ) {
      up = tree.parent[up] as number;
      if (up >= best && up < bestEnd && node >= best && node < bestEnd) continue;
    }
    row[at++] = steps;
    row[at++] = bestMass / bestChars;
    const next = nextSure[index + 1] as number;
    row[at++] = lastSure < 0 ? 100 : Math.min(100, index - lastSure);
    row[at++] = next >= count ? 100 : Math.min(100, next - index);
    row[at++] =
      lastSure < 0 ? -1 : (charsBefore[index] as number) - (charsBefore[lastSure + 1] as number);
    row[at++] =
      next >= count ? -1 : (charsBefore[next] as number) - (charsBefore[index + 1] as number);
    const heading = headingBefore[index] as number;
    row[at++] = heading < 0 ? -1 : (scores[heading] as number);
    row[at] = heading < 0 ? -1 : (scores[heading + 1] ?? -1);
  };
}
