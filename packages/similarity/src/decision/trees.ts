import type { Evidence } from './evidence.ts';

/**
 * A tree of three questions: is `evidence[name]` below `limit`? `left` is asked where it is, `right` where not.
 * Values are points for a copy: of the root, of its two children, of the four leaves from left to right.
 */
export interface Tree {
  readonly root: Question;
  readonly left: Question;
  readonly right: Question;
  readonly values: readonly number[];
}

export type Question = readonly [name: keyof Evidence, limit: number];

/** What a kind of evidence gave for or against. */
export interface Reason {
  readonly evidence: keyof Evidence;
  readonly value: number;
  readonly points: number;
}

/** The points of all trees together. */
export function pointsOf(trees: readonly Tree[], evidence: Evidence): number {
  let points = 0;
  for (const tree of trees) points += tree.values[leafOf(tree, evidence)] as number;
  return points;
}

function leafOf({ root, left, right }: Tree, evidence: Evidence): number {
  if (evidence[root[0]] < root[1]) return evidence[left[0]] < left[1] ? 3 : 4;
  return evidence[right[0]] < right[1] ? 5 : 6;
}

/** The same points by the evidence that gave them: each question gets what its answer changed. */
export function reasonsOf(trees: readonly Tree[], evidence: Evidence): Reason[] {
  const points = new Map<keyof Evidence, number>();
  const add = (name: keyof Evidence, more: number): void => {
    points.set(name, (points.get(name) ?? 0) + more);
  };
  for (const tree of trees) {
    const leaf = leafOf(tree, evidence);
    const child = leaf < 5 ? 1 : 2;
    const value = (at: number): number => tree.values[at] as number;
    add(tree.root[0], value(child) - value(0));
    add((child === 1 ? tree.left : tree.right)[0], value(leaf) - value(child));
  }
  return [...points]
    .map(([name, sum]) => ({
      evidence: name,
      value: evidence[name],
      points: Math.round(sum * 100) / 100,
    }))
    .filter((reason) => reason.points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
