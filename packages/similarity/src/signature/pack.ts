import { SIGNATURE_VERSION, type Signature } from './signature.ts';

const LISTS = ['shingles', 'tokens', 'leadShingles', 'lead', 'title', 'numbers'] as const;
/**
 * version, words, two levels, and a length for each list; 16 bits each. Levels are small: the second one leaves eight of its
 * bits to the count of headed parts, 0 in what was packed before there was one.
 */
const HEAD = 4 + LISTS.length;

/** Whether numbers lie in memory as they lie in a pack: the least byte first. */
const IS_LITTLE = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** What of a signature is compared, as bytes for one column: keys are columns of their own. */
export function packSignature(signature: Signature): Uint8Array {
  const lists = LISTS.map((name) => signature[name]);
  const { version, words, shingleLevel, tokenLevel, headedParts } = signature;
  const levels = [shingleLevel, tokenLevel + 256 * headedParts];
  const head = [version, words, ...levels, ...lists.map((it) => it.length)];
  const bytes = Buffer.alloc(2 * HEAD + 4 * lists.reduce((sum, it) => sum + it.length, 0));
  for (const [at, value] of head.entries()) bytes.writeUInt16LE(value, 2 * at);
  let at = 2 * HEAD;
  for (const list of lists) {
    bytes.set(inOrder(Buffer.from(list.slice().buffer)), at);
    at += 4 * list.length;
  }
  return bytes;
}

function inOrder(numbers: Buffer): Buffer {
  return IS_LITTLE ? numbers : numbers.swap32();
}

/** The parts of a signature that are columns of their own. */
export type SignatureKeys = Pick<Signature, 'language' | 'textKey' | 'titleKey' | 'keys'>;

/**
 * Reads what `packSignature` wrote.
 * @returns null when another version wrote it, or it is no signature: such a text needs a new one
 */
export function unpackSignature(packed: Uint8Array, keys: SignatureKeys): Signature | null {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (bytes.length < 2 * HEAD || bytes.readUInt16LE(0) !== SIGNATURE_VERSION) return null;
  const lengths = LISTS.map((_, at) => bytes.readUInt16LE(2 * (4 + at)));
  const total = lengths.reduce((a, b) => a + b);
  if (bytes.length !== 2 * HEAD + 4 * total) return null;
  // One copy for all lists: a view needs its numbers at a multiple of four.
  const numbers = new Uint32Array(total);
  const copied = Buffer.from(numbers.buffer);
  copied.set(bytes.subarray(2 * HEAD));
  inOrder(copied);
  let at = 0;
  const next = (list: number): Uint32Array => {
    const from = at;
    at += lengths[list] ?? 0;
    return numbers.subarray(from, at);
  };
  return {
    language: keys.language,
    textKey: keys.textKey,
    titleKey: keys.titleKey,
    keys: keys.keys,
    version: SIGNATURE_VERSION,
    words: bytes.readUInt16LE(2),
    shingleLevel: bytes.readUInt16LE(4),
    tokenLevel: bytes.readUInt8(6),
    headedParts: bytes.readUInt8(7),
    shingles: next(0),
    tokens: next(1),
    leadShingles: next(2),
    lead: next(3),
    title: next(4),
    numbers: next(5),
  };
}
