/** Mixes 32 bits so that every bit of the outcome depends on every bit put in (murmur3's last step). */
export function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One hash of two, in which their order counts. */
export function join(first: number, second: number): number {
  return mix(Math.imul(first, 0x9e3779b1) + Math.imul(second ^ 0x5bd1e995, 0x27d4eb2f));
}

/** One hash of three, in which their order counts. */
export function joinThree(first: number, second: number, third: number): number {
  const two = Math.imul(first, 0x9e3779b1) + Math.imul(second ^ 0x5bd1e995, 0x27d4eb2f);
  return mix(Math.imul(two ^ (two >>> 15), 0x165667b1) + third);
}

/** 32 bits of a word's code units from `from` to `to` (FNV-1a over units, mixed). */
export function hashWord(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}
