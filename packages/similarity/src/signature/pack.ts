import { SIGNATURE_VERSION, type Signature } from './signature.ts';

const LISTS = ['shingles', 'tokens', 'leadShingles', 'lead', 'title', 'numbers'] as const;
/** version, words, two levels, and a length for each list; 16 bits each. */
const HEAD = 4 + LISTS.length;

/** What of a signature is compared, as bytes for one column: keys are columns of their own. */
export function packSignature(signature: Signature): Uint8Array {
  const total = LISTS.reduce((sum, name) => sum + signature[name].length, 0);
  const bytes = Buffer.alloc(2 * HEAD + 4 * total);
  const { version, words, shingleLevel, tokenLevel } = signature;
  const head = [
    version,
    words,
    shingleLevel,
    tokenLevel,
    ...LISTS.map((it) => signature[it].length),
  ];
  for (const [at, value] of head.entries()) bytes.writeUInt16LE(value, 2 * at);
  let at = 2 * HEAD;
  for (const name of LISTS)
    for (const value of signature[name]) at = bytes.writeUInt32LE(value, at);
  return bytes;
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
  if (bytes.length !== 2 * HEAD + 4 * lengths.reduce((a, b) => a + b)) return null;
  let at = 2 * HEAD;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const lists = lengths.map((length) => {
    const list = new Uint32Array(length);
    for (let place = 0; place < length; place++, at += 4) list[place] = view.getUint32(at, true);
    return list;
  });
  const [shingles, tokens, leadShingles, lead, title, numbers] =
    lists as unknown as Uint32Array[] & { length: 6 };
  return {
    ...keys,
    version: SIGNATURE_VERSION,
    words: bytes.readUInt16LE(2),
    shingleLevel: bytes.readUInt16LE(4),
    tokenLevel: bytes.readUInt16LE(6),
    shingles: shingles as Uint32Array,
    tokens: tokens as Uint32Array,
    leadShingles: leadShingles as Uint32Array,
    lead: lead as Uint32Array,
    title: title as Uint32Array,
    numbers: numbers as Uint32Array,
  };
}
