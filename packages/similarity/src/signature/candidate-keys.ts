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
  let count = 0;
  const add = (key: number): void => {
    scratch[count++] = key;
  };
  for (let at = 0; at < shingles.length && count < MAX_SAMPLED; at++)
    if (((shingles[at] as number) & SAMPLE_MASK) === 0) add(shingles[at] as number);
  const first = opening.slice(0, OPENING_SHINGLES).sort();
  for (let at = 0; at < Math.min(first.length, OPENING_KEYS); at++) add(first[at] as number);
  const named = Uint32Array.from(title).sort();
  let distinct = 0;
  for (let at = 0; at < named.length; at++)
    if (at === 0 || named[at] !== named[at - 1]) named[distinct++] = named[at] as number;
  // Two keys, so that one title said by two is enough.
  if (distinct > 0) {
    let whole = TITLE;
    for (let at = 0; at < distinct; at++) whole = join(whole, named[at] as number);
    add(whole);
    add(mix(whole ^ TITLE));
  }
  const rarest = rarestOf(named.subarray(0, distinct));
  for (let a = 0; a < rarest.length; a++)
    for (let b = a + 1; b < rarest.length; b++) {
      const low = Math.min(rarest[a] as number, rarest[b] as number);
      const pair = join(join(TITLE, low), Math.max(rarest[a] as number, rarest[b] as number));
      add(pair);
      // A title of three words has few pairs: one of them is enough.
      if (rarest.length <= 3) add(mix(pair ^ TITLE));
    }
  const keys = scratch.slice(0, count).sort();
  let kept = 0;
  for (let at = 0; at < count; at++)
    if (at === 0 || keys[at] !== keys[at - 1]) keys[kept++] = keys[at] as number;
  return keys.slice(0, kept);
}

/** The rarest of some classed words, the least of equals first. */
function rarestOf(sorted: Uint32Array): number[] {
  const rarest: number[] = [];
  for (let rarity = 7; rarity >= 0 && rarest.length < RAREST; rarity--)
    for (let at = 0; at < sorted.length && rarest.length < RAREST; at++)
      if (((sorted[at] as number) & 7) === rarity) rarest.push(sorted[at] as number);
  return rarest;
}

const scratch = new Int32Array(MAX_SAMPLED + OPENING_KEYS + 2 + RAREST * (RAREST - 1));
