import { type Arena, attributeId, rowOf, TAG, type Tree } from '@nashra/html';
import type { Block } from './blocks.ts';

/** How much prose elements hold. */
export interface Weights {
  /** Sum of prose in and below each element, by node id. */
  readonly mass: Float64Array;
  readonly total: number;
}

/** Elements that may hold the whole body, -1 when there is none. */
export interface Containers extends Weights {
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
export function weighElements(
  tree: Tree,
  blocks: readonly Block[],
  prose: Float64Array,
  memory: Arena,
): Weights {
  const { parent } = tree;
  const mass = memory.doubles(tree.size);
  let total = 0;
  for (let index = 0; index < blocks.length; index++) {
    const weight = prose[index] as number;
    if (weight === 0) continue;
    total += weight;
    for (let up = (blocks[index] as Block).node; up >= 0; up = parent[up] as number) {
      mass[up] = (mass[up] as number) + weight;
    }
  }
  return { mass, total };
}

/** The element with most prose close by. */
function findNear(
  { parent, size }: Tree,
  blocks: readonly Block[],
  prose: Float64Array,
  memory: Arena,
): number {
  const close = memory.doubles(size);
  let near = -1;
  for (let index = 0; index < blocks.length; index++) {
    let share = prose[index] as number;
    if (share === 0) continue;
    const block = blocks[index] as Block;
    // A block cut by line breaks is its own container; others count for their parent.
    let node = block.split ? block.node : (parent[block.node] as number);
    for (let level = 0; node > 0 && level < 3; level++) {
      close[node] = (close[node] as number) + share;
      if (near < 0 || (close[node] as number) > (close[near] as number)) near = node;
      share *= 0.6;
      node = parent[node] as number;
    }
  }
  return near;
}

/** Finds the elements that the body may lie in. */
export function findContainers(
  tree: Tree,
  blocks: readonly Block[],
  prose: Float64Array,
  memory: Arena,
): Containers {
  const { mass, total } = weighElements(tree, blocks, prose, memory);
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
  return { mass, total, near: findNear(tree, blocks, prose, memory), most, named };
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
