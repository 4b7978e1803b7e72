import { weightOf } from '../signature/common-words.ts';

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
 * Counts what two sketches share, each member with the weight of its class, which its lower three bits say.
 * @param leaveOut members that do not count (what a publisher says every day)
 */
export function overlap(
  first: Thinned,
  second: Thinned,
  shift: number,
  weights: readonly number[],
  leaveOut?: { has(member: number): boolean },
): Overlap {
  const mask = ((1 << Math.max(first.level, second.level)) - 1) << shift;
  const weigh = (member: number): number =>
    (member & mask) !== 0 || leaveOut?.has(member) ? 0 : (weights[member & 7] as number);
  const [lefts, rights] = [first.members, second.members];
  const counts = { shared: 0, first: 0, second: 0 };
  let a = 0;
  let b = 0;
  while (a < lefts.length && b < rights.length) {
    const left = lefts[a] as number;
    const right = rights[b] as number;
    const weight = weigh(left < right ? left : right);
    if (left <= right) {
      a++;
      counts.first += weight;
    }
    if (right <= left) {
      b++;
      counts.second += weight;
    }
    if (left === right) counts.shared += weight;
  }
  for (; a < lefts.length; a++) counts.first += weigh(lefts[a] as number);
  for (; b < rights.length; b++) counts.second += weigh(rights[b] as number);
  return counts;
}

/** Every member counts the same. */
export const ALIKE: readonly number[] = [1, 1, 1, 1, 1, 1, 1, 1];

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
