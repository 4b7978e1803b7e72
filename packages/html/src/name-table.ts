import type { Arena } from './arena.ts';
import { sameBytes } from './same-bytes.ts';
import type { Source } from './source.ts';

const folded = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 65 && byte <= 90 ? byte + 32 : byte === 0 ? 0xfffd : byte,
);

/** Folds one byte as names are compared: ASCII letters to lower case, NUL to U+FFFD. */
export const foldUnit = (byte: number): number => folded[byte] as number;

/** One step of the hash of a name; the hash of '' is 0. */
export const hashStep = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) | 0;

/** A name as the standard has it (only ASCII letters are folded). */
const foldName = (name: string): string =>
  name.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()).replaceAll('\0', '\uFFFD');

/**
 * Finds ids of a fixed list of names without making strings: an open-addressed table that is asked with the
 * hash computed while the name was scanned. Fixed, so that input cannot make it degenerate; names that are
 * not in it go to a Map.
 */
export class NameTable {
  readonly ids: ReadonlyMap<string, number>;
  /** The letters of all names, one after the other, and where each name begins. */
  readonly #letters: Uint8Array;
  readonly #starts: Uint16Array;
  readonly #slots: Uint16Array;
  readonly #hashes: Int32Array;
  readonly #mask: number;

  /** The id of a name is its index; index 0 is not looked up. */
  constructor(names: readonly string[]) {
    const capacity = 2 ** Math.ceil(Math.log2(names.length * 4));
    this.#letters = Buffer.from(names.join(''), 'latin1');
    this.#starts = new Uint16Array(names.length + 1);
    this.#mask = capacity - 1;
    this.#slots = new Uint16Array(capacity);
    this.#hashes = new Int32Array(capacity);
    this.ids = new Map(names.map((name, id) => [name, id]));
    for (const [id, name] of names.entries()) {
      this.#starts[id + 1] = (this.#starts[id] as number) + name.length;
    }
    for (let id = 1; id < names.length; id++) {
      let hash = 0;
      for (const char of names[id] as string) hash = hashStep(hash, char.charCodeAt(0));
      let slot = hash & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = id;
      this.#hashes[slot] = hash;
    }
  }

  /** The id of the name at `[start, end)` of `bytes`, whose hash of folded units is `hash`; 0 when unknown. */
  find(bytes: Uint8Array, start: number, end: number, hash: number): number {
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const id = this.#slots[slot] as number;
      if (id === 0) return 0;
      if (this.#hashes[slot] === hash && this.#same(id, bytes, start, end)) return id;
    }
  }

  #same(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const letters = this.#letters;
    const from = this.#starts[id] as number;
    const length = end - start;
    if ((this.#starts[id + 1] as number) - from !== length) return false;
    for (let i = 0; i < length; i++) {
      if (letters[from + i] !== foldUnit(bytes[start + i] as number)) return false;
    }
    return true;
  }
}

/** Ids are 16 bits wide: that bounds the tags' column, and what names can cost. */
const MAX_ID = 0xffff;
/** Places for names met lately, a power of two. */
const LATELY = 256;

/** Numbers the names that one document has beside the known ones. */
export class OwnNames {
  readonly names: string[] = [];
  readonly #first: number;
  /** By every spelling met. */
  readonly #ids = new Map<string, number>();
  /** The last name met for each remainder of its hash: where it stands, and its id. Most names need no string. */
  readonly #lately: Int32Array;

  constructor(first: number, memory: Arena) {
    this.#first = first;
    this.#lately = memory.ints(LATELY * 3);
  }

  /** The id of the name at a range of the source, not a known one, in any spelling; -1 for a new one when there are too many. */
  idAt(source: Source, from: number, to: number, hash: number): number {
    const at = (hash & (LATELY - 1)) * 3;
    const lately = this.#lately;
    const start = lately[at] as number;
    const end = lately[at + 1] as number;
    if (end !== 0 && sameBytes(source.bytes, start, end, from, to)) return lately[at + 2] as number;
    const id = this.#id(source.slice(from, to));
    lately[at] = from;
    lately[at + 1] = to;
    lately[at + 2] = id;
    return id;
  }

  #id(spelling: string): number {
    const found = this.#ids.get(spelling);
    if (found !== undefined) return found;
    const name = foldName(spelling);
    const id = this.#ids.get(name) ?? this.#add(name);
    if (id >= 0 && this.#ids.size < 2 * MAX_ID) this.#ids.set(spelling, id);
    return id;
  }

  #add(name: string): number {
    const id = this.#first + this.names.length;
    if (id > MAX_ID) return -1;
    this.names.push(name);
    this.#ids.set(name, id);
    return id;
  }

  /** The id of a folded name, undefined when the document has none such. */
  find(name: string): number | undefined {
    return this.#ids.get(name);
  }
}
