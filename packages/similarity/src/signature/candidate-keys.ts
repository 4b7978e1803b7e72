import { join, mix } from './hash.ts';

/** Of the body's shingles every sixteenth, at most so many. */
const MAX_SAMPLED = 48;
const SAMPLE_MASK = 15;
/** Of the shingles of the first words so many: those of the least hashes, so that an edit there costs few. */
const OPENING_SHINGLES = 22;
const OPENING_KEYS = 6;
/** Pairs of so many of the rarest words of the title. */
const RAREST = 4;
const TITLE = 0x7469746c;

/**
 * Where a text looks for others like it, and is found: two that share two keys are worth comparing. Sampled shingles find
 * what was cut out or put in, the opening what goes on otherwise, the title what has no body (see docs/choices). Every
 * key is a row: one more costs each text as much as reading its draft does.
 */
export function candidateKeys(
  shingles: Uint32Array,
  opening: Uint32Array,
  title: readonly number[],
): Int32Array {
  const keys = new Set<number>();
  for (let at = 0; at < shingles.length && keys.size < MAX_SAMPLED; at++)
    if (((shingles[at] as number) & SAMPLE_MASK) === 0) keys.add((shingles[at] as number) | 0);
  const first = opening.slice(0, OPENING_SHINGLES).sort();
  for (const shingle of first.subarray(0, OPENING_KEYS)) keys.add(shingle | 0);
  const distinct = [...new Set(title)].sort((a, b) => a - b);
  // Two keys, so that one title said by two is enough.
  if (distinct.length > 0) {
    const whole = distinct.reduce(join, TITLE);
    keys.add(whole | 0).add(mix(whole ^ TITLE) | 0);
  }
  const rarest = distinct.sort((a, b) => (b & 7) - (a & 7) || a - b).slice(0, RAREST);
  for (let a = 0; a < rarest.length; a++)
    for (let b = a + 1; b < rarest.length; b++) {
      const low = Math.min(rarest[a] as number, rarest[b] as number);
      const pair = join(join(TITLE, low), Math.max(rarest[a] as number, rarest[b] as number));
      keys.add(pair | 0);
      // A title of three words has few pairs: one of them is enough.
      if (rarest.length <= 3) keys.add(mix(pair ^ TITLE) | 0);
    }
  return Int32Array.from(keys).sort();
}
