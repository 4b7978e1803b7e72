import { holds, stepsToContainer } from '../containers.ts';
import type { PageFacts } from '../page-facts.ts';
import type { FeatureGroup } from './group.ts';

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
    'from-title', 'from-title-chars', 'has-title', 'is-title',
    'near:inside', 'near:steps', 'near:before', 'near:mass',
    'most:inside', 'most:steps', 'most:before', 'most:mass',
    'named:inside', 'named:steps', 'named:before', 'named:mass',
    'parent-is-near', 'parent-is-most', 'images-since', 'images-parent', 'images-grandparent', 'images-next', 'images-own',
    'node-gap', 'node-gap-next',
  ], // biome-ignore format: names read better in lines
  write(facts, index, row, at) {
    const { tree, blocks, prose, proseBefore, charsBefore, containers, titleBlock } = facts;
    const { imagesBefore, articlesBefore, titlesBefore } = facts;
    const count = blocks.length;
    const { node, first, last } = blocks[index] as (typeof blocks)[number];
    const chars = charsBefore[count] as number;
    const before = proseBefore[index] as number;
    row[at++] = index;
    row[at++] = index / count;
    row[at++] = (charsBefore[index] as number) / chars;
    row[at++] = containers.total > 0 ? before / containers.total : 0;
    row[at++] = before;
    row[at++] = containers.total - before - (prose[index] as number);
    row[at++] = titleBlock < 0 ? -1000 : index - titleBlock;
    row[at++] =
      titleBlock < 0 ? -1 : (charsBefore[index] as number) - (charsBefore[titleBlock] as number);
    row[at++] = titleBlock < 0 ? 0 : 1;
    row[at++] = index === titleBlock ? 1 : 0;
    for (const container of [containers.near, containers.most, containers.named]) {
      row[at++] = holds(tree, container, node) ? 1 : 0;
      row[at++] = stepsToContainer(tree, node, container);
      row[at++] = within(facts, container, index);
      row[at++] =
        container < 0 || containers.total === 0
          ? -1
          : (containers.mass[container] as number) / containers.total;
    }
    const up = tree.parent[node] ?? 0;
    const upper = tree.parent[up] ?? 0;
    row[at++] = up === containers.near ? 1 : 0;
    row[at++] = up === containers.most ? 1 : 0;
    const previous = index > 0 ? (blocks[index - 1] as (typeof blocks)[number]).last : 0;
    const next =
      index + 1 < count ? (blocks[index + 1] as (typeof blocks)[number]).first : tree.size - 1;
    const images = (from: number, to: number): number =>
      (imagesBefore[to] as number) - (imagesBefore[from] as number);
    row[at++] = images(previous, first);
    row[at++] = images(up, tree.end[up] as number);
    row[at++] = images(upper, tree.end[upper] as number);
    row[at++] = images(last, next);
    row[at++] = images(node, tree.end[node] as number);
    row[at++] = Math.min(1000, first - previous);
    row[at++] = Math.min(1000, next - last);
    row[at++] = articlesBefore[first] as number;
    row[at++] = titlesBefore[first] as number;
    row[at++] = (titlesBefore[tree.size] as number) - (titlesBefore[first] as number);
    row[at] =
      titleBlock < 0
        ? -100
        : (articlesBefore[first] as number) -
          (articlesBefore[(blocks[titleBlock] as (typeof blocks)[number]).first] as number);
  },
};
