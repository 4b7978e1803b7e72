import { holds, stepsToContainer } from '../containers.ts';
import type { PageFacts } from '../page-facts.ts';
import type { FeatureGroup } from './group.ts';

const MOST_NODES = 1000;

/** Prose in front of a block within a container, and all of it. */
function within(facts: PageFacts, container: number, index: number): number {
  const { tree, blocks, proseBefore, containers } = facts;
  const total = container < 0 ? 0 : (containers.mass[container] as number);
  if (total === 0) return -1;
  const node = (blocks[index] as (typeof blocks)[number]).node;
  if (!holds(tree, container, node)) return -1;
  let low = 0;
  let high = index;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as (typeof blocks)[number]).node < container) low = middle + 1;
    else high = middle;
  }
  return ((proseBefore[index] as number) - (proseBefore[low] as number)) / total;
}

/** Where the block stands on the page, and in the elements that may hold the body. */
export const place: FeatureGroup = {
  names: [
    'index', 'index-share', 'chars-before-share', 'prose-before-share', 'prose-before', 'prose-after',
    'from-title', 'from-title-chars',
    'near:inside', 'near:steps', 'near:before', 'near:mass',
    'most:inside', 'most:steps', 'most:before', 'most:mass',
    'named:inside', 'named:steps', 'named:before', 'named:mass',
    'parent-is-near', 'node-gap', 'node-gap-next',
  ], // biome-ignore format: names read better in lines
  write(facts, { indices, starts, values }, column) {
    const { tree, blocks, prose, proseBefore, charsBefore, containers, titleBlock } = facts;
    const { total, mass, near, most, named } = containers;
    const count = blocks.length;
    const chars = charsBefore[count] as number;
    const holders = [near, most, named];
    for (let place = 0; place < indices.length; place++) {
      const index = indices[place] as number;
      let at = (starts[place] as number) + column;
      const { node, first, last } = blocks[index] as (typeof blocks)[number];
      const before = proseBefore[index] as number;
      const charsHere = charsBefore[index] as number;
      values[at++] = index;
      values[at++] = index / count;
      values[at++] = charsHere / chars;
      values[at++] = total > 0 ? before / total : 0;
      values[at++] = before;
      values[at++] = total - before - (prose[index] as number);
      values[at++] = titleBlock < 0 ? -1000 : index - titleBlock;
      values[at++] = titleBlock < 0 ? -1 : charsHere - (charsBefore[titleBlock] as number);
      for (const container of holders) {
        values[at++] = holds(tree, container, node) ? 1 : 0;
        values[at++] = stepsToContainer(tree, node, container);
        values[at++] = within(facts, container, index);
        values[at++] = container < 0 || total === 0 ? -1 : (mass[container] as number) / total;
      }
      values[at++] = tree.parent[node] === near ? 1 : 0;
      const previous = index > 0 ? (blocks[index - 1] as (typeof blocks)[number]).last : 0;
      const next =
        index + 1 < count ? (blocks[index + 1] as (typeof blocks)[number]).first : tree.size - 1;
      values[at++] = Math.min(MOST_NODES, first - previous);
      values[at] = Math.min(MOST_NODES, next - last);
    }
  },
};
