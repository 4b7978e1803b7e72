/** Words end where letters do; an apostrophe belongs to the letters behind it. */
const BETWEEN = /[^\p{L}]+(?<!['`’])/gu;
/** Bytes of UTF-8 after which the next word is not read any more, nor the next letter. */
const ENOUGH = 350;
const MOST = 380;
/** Bytes of one n-gram, from the beginning of one to that of the next, and of a word that are read. */
const SIZE = 4;
const STRIDE = 3;
const LONGEST = 70;
const SPACE = 0x20;
const PRIME = 0x01000193;

const encoder = new TextEncoder();

/** One step of FNV-1a over 32 bits. */
const step = (hash: number, byte: number): number => Math.imul(hash ^ byte, PRIME);

/** Hash of an n-gram by its bytes; a space stands where a word begins or ends. Signed, 32 bits. */
export function hashNgram(bytes: Iterable<number>, seed: number): number {
  let hash = seed;
  for (const byte of bytes) hash = step(hash, byte);
  return hash;
}

function hashPart(
  word: Uint8Array,
  from: number,
  to: number,
  isFirst: boolean,
  seed: number,
): number {
  let hash = isFirst ? step(seed, SPACE) : seed;
  for (let at = from; at < to; at++) hash = step(hash, word[at] as number);
  return hash;
}

/** The hashes of the n-grams of a text's first words: four bytes each, three apart, and what every word ends with. */
export function ngramsOf(text: string, seed: number): Set<number> {
  const found = new Set<number>();
  let bytes = 0;
  for (const word of text.replace(BETWEEN, ' ').trim().toLowerCase().split(' ')) {
    if (bytes > ENOUGH) break;
    const whole = encoder.encode(word);
    const cut = whole.subarray(0, Math.max(0, MOST - bytes));
    bytes += whole.length + 1;
    const length = Math.min(LONGEST, cut.length);
    let at = 0;
    for (; at + SIZE < length; at += STRIDE)
      found.add(hashPart(cut, at, at + SIZE, at === 0, seed));
    const last = hashPart(cut, Math.max(0, length - SIZE), length, at === 0, seed);
    if (length > 0) found.add(step(last, SPACE));
  }
  return found;
}
