import type { Arena } from './arena.ts';
import { ATTRIBUTE_NAMES } from './attribute-names.ts';
import { decodeAttribute } from './character-references.ts';
import { NameTable, OwnNames } from './name-table.ts';
import type { Source } from './source.ts';

const known = new NameTable(ATTRIBUTE_NAMES);

/** Columns of one attribute: id of its name, range of its value in the source. */
const STRIDE = 3;
/** More on one element are dropped: finding doubles takes a look at each. */
const MAX_PER_ELEMENT = 256;

/** The attributes of all elements of a document, one after the other; an element knows its range of them. */
export class AttributeStore {
  count = 0;
  /** True when an element had more attributes, or the document more names of them, than are kept. */
  truncated = false;
  #rows: Int32Array;
  readonly #own: OwnNames;
  readonly #memory: Arena;

  /** @param capacity attributes to have room for at once */
  constructor(capacity: number, memory: Arena) {
    this.#memory = memory;
    this.#rows = memory.ints(capacity * STRIDE);
    this.#own = new OwnNames(ATTRIBUTE_NAMES.length, memory);
  }

  /** Moves the rows out of the parser's memory: nothing more is added. */
  settle(): void {
    this.#rows = this.#rows.slice(0, this.count * STRIDE);
  }

  /**
   * Adds an attribute of the source to those from `first` on, unless one of them has its name: the first one counts. The name
   * is a range of the source, with the hash of its folded bytes.
   */
  read(
    first: number,
    source: Source,
    nameFrom: number,
    nameTo: number,
    hash: number,
    from: number,
    to: number,
  ): void {
    if (this.count - first >= MAX_PER_ELEMENT) {
      this.truncated = true;
      return;
    }
    const name =
      known.find(source.bytes, nameFrom, nameTo, hash) ||
      this.#own.idAt(source, nameFrom, nameTo, hash);
    if (name < 0) this.truncated = true;
    else if (this.row(first, this.count, name) < 0) this.#add(name, from, to);
  }

  #add(name: number, start: number, end: number): void {
    const at = this.count++ * STRIDE;
    if (at === this.#rows.length) {
      const wider = this.#memory.ints(at * 2);
      wider.set(this.#rows);
      this.#rows = wider;
    }
    this.#rows[at] = name;
    this.#rows[at + 1] = start;
    this.#rows[at + 2] = end;
  }

  /** Adds copies of `[from, to)` and of what `[otherFrom, otherTo)` has beside them; false when that is nothing. */
  merge(from: number, to: number, otherFrom: number, otherTo: number): boolean {
    const first = this.count;
    if (to - from >= MAX_PER_ELEMENT) return false;
    for (let row = otherFrom; row < otherTo; row++) {
      if (this.row(from, to, this.nameAt(row)) >= 0) continue;
      if (this.count === first) this.#copy(from, to);
      if (this.count - first < MAX_PER_ELEMENT) this.#copy(row, row + 1);
      else this.truncated = true;
    }
    return this.count > first;
  }

  #copy(from: number, to: number): void {
    for (let at = from * STRIDE; at < to * STRIDE; at += STRIDE) {
      const [name, start, end] = this.#rows.subarray(at, at + STRIDE);
      this.#add(name as number, start as number, end as number);
    }
  }

  /** The row in `[from, to)` with this name, or -1. */
  row(from: number, to: number, name: number): number {
    for (let row = from; row < to; row++) {
      if (this.#rows[row * STRIDE] === name) return row;
    }
    return -1;
  }

  /** The id of a lower-case name, or -1 when no element can have it. */
  idOf(name: string): number {
    return known.ids.get(name) ?? this.#own.find(name) ?? -1;
  }

  nameOf(id: number): string {
    return ATTRIBUTE_NAMES[id] ?? this.#own.names[id - ATTRIBUTE_NAMES.length] ?? '';
  }

  nameAt(row: number): number {
    return this.#rows[row * STRIDE] as number;
  }

  valueFrom(row: number): number {
    return this.#rows[row * STRIDE + 1] as number;
  }

  valueTo(row: number): number {
    return this.#rows[row * STRIDE + 2] as number;
  }

  /** The decoded value of an attribute, `source` being the text it was read from. */
  valueIn(source: Source, row: number): string {
    const at = row * STRIDE;
    return decodeAttribute(
      source.slice(this.#rows[at + 1] as number, this.#rows[at + 2] as number),
    );
  }
}
