import type { Tree } from '@nashra/html';

/** Entries, a power of two. */
const ENTRIES = 1 << 11;
/** Longer values are not remembered. */
const LONGEST = 300;

interface Entry<T> {
  /** The value as the source has it, a unit for each byte. */
  readonly raw: string;
  readonly result: T;
}

/**
 * Remembers what was made of attribute values: templates repeat them on every page. Found by their
 * bytes, without making strings. Bounded: an entry gives way to another with the same place.
 */
export class ValueMemo<T> {
  readonly #entries: (Entry<T> | undefined)[] = new Array(ENTRIES).fill(undefined);
  readonly #make: (value: string) => T;

  /** @param make a pure function of the decoded value */
  constructor(make: (value: string) => T) {
    this.#make = make;
  }

  /** What `make` gives for the value of an attribute, by its row. */
  of(tree: Tree, row: number): T {
    const { bytes } = tree;
    const from = tree.valueFrom(row);
    const to = tree.valueTo(row);
    if (to - from > LONGEST) return this.#make(tree.attrValue(row));
    const place = placeOf(bytes, from, to);
    const entry = this.#entries[place];
    if (entry !== undefined && isSame(entry.raw, bytes, from, to)) return entry.result;
    return this.#remember(place, rawOf(bytes, from, to), tree.attrValue(row));
  }

  /** The same for a short word of ASCII letters in the source. */
  ofWord(bytes: Uint8Array, from: number, to: number): T {
    const place = placeOf(bytes, from, to);
    const entry = this.#entries[place];
    if (entry !== undefined && isSame(entry.raw, bytes, from, to)) return entry.result;
    const word = rawOf(bytes, from, to);
    return this.#remember(place, word, word);
  }

  #remember(place: number, raw: string, value: string): T {
    const result = this.#make(value);
    this.#entries[place] = { raw, result };
    return result;
  }
}

function placeOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  return (hash ^ (hash >>> 15)) & (ENTRIES - 1);
}

const rawOf = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');

function isSame(raw: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (raw.length !== to - from) return false;
  for (let i = 0; i < raw.length; i++) if (raw.charCodeAt(i) !== bytes[from + i]) return false;
  return true;
}
