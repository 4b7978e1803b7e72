import { ATTRIBUTE_NAMES } from './attribute-names.ts';
import { decodeAttribute } from './character-references.ts';
import { NameTable, OwnNames } from './name-table.ts';

const known = new NameTable(ATTRIBUTE_NAMES);

/** Columns of one attribute: id of its name, range of its value in the source. */
const STRIDE = 3;
/** More on one element are dropped: finding doubles takes a look at each. */
const MAX_PER_ELEMENT = 256;

/** The attributes of all elements of a document, one after the other; an element knows its range of them. */
export class AttributeStore {
  count = 0;
  /** True when an element had more attributes than are kept. */
  truncated = false;
  #rows = new Int32Array(64 * STRIDE);
  readonly #own = new OwnNames(ATTRIBUTE_NAMES.length);

  /** The id of the name at a range of `text`, given the hash of its folded units. */
  nameId(text: string, start: number, end: number, hash: number): number {
    return known.find(text, start, end, hash) || this.#own.id(text.slice(start, end));
  }

  /** Adds an attribute to those from `first` on, unless one of them has its name: the first one counts. */
  add(first: number, name: number, start: number, end: number): void {
    if (this.count - first >= MAX_PER_ELEMENT) {
      this.truncated = true;
      return;
    }
    if (this.row(first, this.count, name) >= 0) return;
    const at = this.count++ * STRIDE;
    if (at === this.#rows.length) {
      const wider = new Int32Array(at * 2);
      wider.set(this.#rows);
      this.#rows = wider;
    }
    this.#rows[at] = name;
    this.#rows[at + 1] = start;
    this.#rows[at + 2] = end;
  }

  /** Adds copies of `[from, to)` to those from `first` on. */
  copy(first: number, from: number, to: number): void {
    for (let at = from * STRIDE; at < to * STRIDE; at += STRIDE) {
      const [name, start, end] = this.#rows.subarray(at, at + STRIDE) as unknown as [
        number,
        number,
        number,
      ];
      this.add(first, name, start, end);
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

  /** The decoded value of an attribute, `source` being the text it was read from. */
  valueIn(source: string, row: number): string {
    const at = row * STRIDE;
    return decodeAttribute(source.slice(this.#rows[at + 1], this.#rows[at + 2]));
  }
}
