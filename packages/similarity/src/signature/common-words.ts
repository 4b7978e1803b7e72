import weights from './common-words.weights.json' with { type: 'json' };

/** Of a word's hash these many upper bits are kept; the lower three hold its class. */
export const WORD_BITS = 29;

/**
 * Classes of words, commonest first: a word is of the first class whose share of the texts of its language it
 * reaches. A word of no class is of the last one, `RARE`.
 */
export const CLASS_SHARES: readonly number[] = [0.25, 0.12, 0.06, 0.03, 0.015, 0.0075, 0.004];
export const RARE = CLASS_SHARES.length;

/** What a word of a class weighs: about the logarithm of one over its share. */
export const CLASS_WEIGHTS: readonly number[] = [0.4, 1.5, 2.4, 3.1, 3.8, 4.5, 5.3, 6.5];

const SLOTS = 1 << 16;
/** Open addressing: a word's upper bits and one, beside its class. */
const words = new Uint32Array(SLOTS);
const classes = new Uint8Array(SLOTS);

for (const [index, packed] of weights.classes.entries()) {
  const bytes = Buffer.from(packed, 'base64');
  for (let at = 0; at < bytes.length; at += 4) {
    const word = bytes.readUInt32LE(at) + 1;
    let slot = word & (SLOTS - 1);
    while (words[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    words[slot] = word;
    classes[slot] = index;
  }
}

/** A word with its class: the upper 29 bits of its hash, and how common it is in the lower three. */
export function classed(hash: number): number {
  const word = (hash >>> (32 - WORD_BITS)) + 1;
  let slot = word & (SLOTS - 1);
  while (words[slot] !== 0) {
    if (words[slot] === word) return ((hash & ~7) | (classes[slot] as number)) >>> 0;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return (hash | RARE) >>> 0;
}

/** How much a classed word weighs. */
export function weightOf(word: number): number {
  return CLASS_WEIGHTS[word & 7] as number;
}
