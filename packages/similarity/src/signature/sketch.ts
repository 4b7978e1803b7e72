/** Hashes of a set, thinned by their own bits so that any two sketches can be compared. */
export interface Sketch {
  /** Sorted. */
  readonly members: Uint32Array;
  /** Members are those whose bits from `shift` on end in so many zeros; 0 means all. */
  readonly level: number;
}

/** The distinct members among `count` hashes, every 2^level-th of them so that at most `most` are left. */
export function sketchOf(hashes: Uint32Array, count: number, most: number, shift = 0): Sketch {
  const sorted = sortInto(hashes, count);
  let size = 0;
  for (let at = 0; at < count; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[size++] = sorted[at] as number;
  let level = 0;
  while (size > most) {
    const mask = ((2 << level) - 1) << shift;
    let kept = 0;
    for (let at = 0; at < size; at++)
      if (((sorted[at] as number) & mask) === 0) sorted[kept++] = sorted[at] as number;
    size = kept;
    level++;
  }
  return { members: sorted.slice(0, size), level };
}

let front = new Uint32Array(1024);
let back = new Uint32Array(1024);
const starts = new Uint32Array(256);

/** Radix sort by bytes into scratch space: a third of what sorting in place takes. Valid until it runs again. */
function sortInto(hashes: Uint32Array, count: number): Uint32Array {
  if (count < FEW) return sortFew(hashes, count);
  if (front.length < count) {
    front = new Uint32Array(2 * count);
    back = new Uint32Array(2 * count);
  }
  for (let at = 0; at < count; at++) front[at] = hashes[at] as number;
  for (let shift = 0; shift < 32; shift += 8) {
    starts.fill(0);
    for (let at = 0; at < count; at++) {
      const byte = ((front[at] as number) >>> shift) & 255;
      starts[byte] = (starts[byte] as number) + 1;
    }
    let sum = 0;
    for (let byte = 0; byte < 256; byte++) {
      const size = starts[byte] as number;
      starts[byte] = sum;
      sum += size;
    }
    for (let at = 0; at < count; at++) {
      const value = front[at] as number;
      const byte = (value >>> shift) & 255;
      const to = starts[byte] as number;
      back[to] = value;
      starts[byte] = to + 1;
    }
    [front, back] = [back, front];
  }
  return front;
}

/** Fewer are sorted by putting each in its place. */
const FEW = 24;
const few = new Uint32Array(FEW);

function sortFew(hashes: Uint32Array, count: number): Uint32Array {
  for (let next = 0; next < count; next++) {
    const value = hashes[next] as number;
    let at = next;
    for (; at > 0 && (few[at - 1] as number) > value; at--) few[at] = few[at - 1] as number;
    few[at] = value;
  }
  return few;
}

/** Whether a sketch of this level would hold the hash if its set does. */
export function isKept(hash: number, level: number, shift = 0): boolean {
  return (hash & (((1 << level) - 1) << shift)) === 0;
}

/** Whether a sorted array holds a value. */
export function holds(sorted: Uint32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] as number;
    if (at === value) return true;
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
