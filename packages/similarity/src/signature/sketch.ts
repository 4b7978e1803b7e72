/** Hashes of a set, thinned by their own bits so that any two sketches can be compared. */
export interface Sketch {
  /** Sorted. */
  readonly members: Uint32Array;
  /** Members are those whose bits from `shift` on end in so many zeros; 0 means all. */
  readonly level: number;
}

/** The distinct members among `count` hashes, every 2^level-th of them so that at most `most` are left. */
export function sketchOf(hashes: Uint32Array, count: number, most: number, shift = 0): Sketch {
  const sorted = hashes.slice(0, count).sort();
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
