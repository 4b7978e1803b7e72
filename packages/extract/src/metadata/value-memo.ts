import { hashBytes, type Tree } from '@nashra/html';

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
    const entry =
      this.#find(place, bytes, from, to) ??
      this.#remember(place, rawOf(bytes, from, to), tree.attrValue(row));
    return entry.result;
  }

  /** The same for a short word of ASCII letters in the source. */
  ofWord(bytes: Uint8Array, from: number, to: number): T {
    const place = placeOf(bytes, from, to);
    const known = this.#find(place, bytes, from, to);
    if (known !== undefined) return known.result;
    const word = rawOf(bytes, from, to);
    return this.#remember(place, word, word).result;
  }

  #find(place: number, bytes: Uint8Array, from: number, to: number): Entry<T> | undefined {
    const entry = this.#entries[place];
    return entry !== undefined && isSame(entry.raw, bytes, from, to) ? entry : undefined;
  }

  #remember(place: number, raw: string, value: string): Entry<T> {
    const entry = { raw, result: this.#make(value) };
    this.#entries[place] = entry;
    return entry;
  }
}

function placeOf(bytes: Uint8Array, from: number, to: number): number {
  const hash = hashBytes(bytes, from, to);
  return (hash ^ (hash >>> 15)) & (ENTRIES - 1);
}

const rawOf = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');

function isSame(raw: string, bytes: Uint8Array, from: number, to: number): boolean {
  if (raw.length !== to - from) return false;
  for (let i = 0; i < raw.length; i++) if (raw.charCodeAt(i) !== bytes[from + i]) return false;
  return true;
}
