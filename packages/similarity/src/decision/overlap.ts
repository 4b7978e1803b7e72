import { weightOf } from '../signature/common-words.ts';
import { isKept } from '../signature/sketch.ts';

/** How two sorted sketches meet: members at the coarser level of both. */
export interface Overlap {
  readonly shared: number;
  readonly first: number;
  readonly second: number;
}

/** A thing with members thinned to a level; the bits that thin it begin at `shift`. */
interface Thinned {
  readonly members: Uint32Array;
  readonly level: number;
}

/**
 * Counts what two sketches share, each member with its weight.
 * @param leaveOut members that do not count (what a publisher says every day)
 */
export function overlap(
  first: Thinned,
  second: Thinned,
  shift: number,
  weigh: (member: number) => number,
  leaveOut?: { has(member: number): boolean },
): Overlap {
  const level = Math.max(first.level, second.level);
  const counts = { shared: 0, first: 0, second: 0 };
  let a = 0;
  let b = 0;
  while (a < first.members.length || b < second.members.length) {
    const left = first.members[a] ?? Number.POSITIVE_INFINITY;
    const right = second.members[b] ?? Number.POSITIVE_INFINITY;
    const member = Math.min(left, right);
    if (left === member) a++;
    if (right === member) b++;
    if (!isKept(member, level, shift) || leaveOut?.has(member)) continue;
    const weight = weigh(member);
    if (left === member) counts.first += weight;
    if (right === member) counts.second += weight;
    if (left === right) counts.shared += weight;
  }
  return counts;
}

export const one = (): number => 1;

/** Shared weight of two small sets of words, and what each has for itself. */
export function wordOverlap(first: Uint32Array, second: Uint32Array): Overlap {
  const counts = { shared: 0, first: 0, second: 0 };
  for (const word of second) counts.second += weightOf(word);
  for (const word of first) {
    counts.first += weightOf(word);
    if (second.includes(word)) counts.shared += weightOf(word);
  }
  return counts;
}

/** The part of the union that is shared; 0 where there is nothing. */
export const jaccard = ({ shared, first, second }: Overlap): number =>
  shared === 0 ? 0 : shared / (first + second - shared);

/** The part of the smaller that is shared; 0 where there is nothing. */
export const contained = ({ shared, first, second }: Overlap): number =>
  shared === 0 ? 0 : shared / Math.min(first, second);
