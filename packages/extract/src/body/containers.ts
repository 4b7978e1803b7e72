import { attributeId, rowOf, TAG, type Tree } from '@nashra/html';
import type { Block } from './blocks.ts';

/** Elements that may hold the whole body, -1 when there is none. */
export interface Containers {
  /** Sum of prose in and below each element, by node id. */
  readonly mass: Float64Array;
  readonly total: number;
  /** Most prose close by (two levels down count less and less). */
  readonly near: number;
  /** The deepest element that holds most of the page's prose. */
  readonly most: number;
  /** The `article`, `main` or itemprop articleBody with most prose, the deepest of equals. */
  readonly named: number;
}

const MOST = 0.6;
const ITEMPROP = attributeId('itemprop');

function isArticleBody(tree: Tree, node: number): boolean {
  const row = rowOf(tree, node, ITEMPROP);
  return row >= 0 && tree.attrValue(row) === 'articleBody';
}

/** Weighs elements by the prose of their blocks. */
export function findContainers(
  tree: Tree,
  blocks: readonly Block[],
  prose: Float64Array,
): Containers {
  const mass = new Float64Array(tree.size);
  const close = new Float64Array(tree.size);
  let total = 0;
  let near = -1;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const weight = prose[index] as number;
    if (weight === 0) continue;
    total += weight;
    let share = weight;
    // A block cut by line breaks is its own container; others count for their parent.
    let node = block.split ? block.node : (tree.parent[block.node] as number);
    for (let level = 0; node > 0 && level < 3; level++) {
      close[node] = (close[node] as number) + share;
      if (near < 0 || (close[node] as number) > (close[near] as number)) near = node;
      share *= 0.6;
      node = tree.parent[node] as number;
    }
    for (let up = block.node; up >= 0; up = tree.parent[up] as number) {
      mass[up] = (mass[up] as number) + weight;
    }
  }
  let most = -1;
  let named = -1;
  if (total > 0) {
    for (let node = 1; node < tree.size; node++) {
      const held = mass[node] as number;
      if (held === 0) continue;
      if (held >= MOST * total) most = node;
      const tag = tree.tag[node];
      const isNamed = tag === TAG.article || tag === TAG.main || isArticleBody(tree, node);
      if (isNamed && (named < 0 || held >= 0.9 * (mass[named] as number))) named = node;
    }
  }
  return { mass, total, near, most, named };
}

export const holds = (tree: Tree, container: number, node: number): boolean =>
  container >= 0 && node >= container && node < (tree.end[container] as number);

/** Steps from a node up to the smallest ancestor that holds the container as well. */
export function stepsToContainer(tree: Tree, node: number, container: number): number {
  if (container < 0) return 20;
  let steps = 0;
  for (let up = node; up >= 0 && steps < 20; up = tree.parent[up] as number, steps++) {
    if (up <= container && container < (tree.end[up] as number)) return steps;
    if (holds(tree, container, up)) return 0;
  }
  return steps;
}
