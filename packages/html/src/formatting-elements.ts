import type { Arena } from './arena.ts';
import type { AttributeStore } from './attribute-store.ts';
import type { NodeStore } from './node-store.ts';
import type { Source } from './source.ts';

const MARKER = -1;
/** "Noah's Ark clause": so many equal elements, and no more. */
const NOAHS_ARK = 3;

/** The list of active formatting elements (HTML, § 13.2.4.3): node ids and tags, markers between them. */
export class FormattingElements {
  size = 0;
  readonly nodes: Int32Array;
  readonly tags: Int32Array;
  readonly #store: NodeStore;
  readonly #attributes: AttributeStore;
  readonly #source: Source;

  constructor(
    store: NodeStore,
    attributes: AttributeStore,
    source: Source,
    capacity: number,
    memory: Arena,
  ) {
    this.#store = store;
    this.#attributes = attributes;
    this.#source = source;
    this.nodes = memory.ints(capacity);
    this.tags = memory.ints(capacity);
  }

  get isFull(): boolean {
    return this.size >= this.nodes.length - 1;
  }

  isMarker(index: number): boolean {
    return this.nodes[index] === MARKER;
  }

  pushMarker(): void {
    if (!this.isFull) this.insert(this.size, MARKER, 0);
  }

  clearToMarker(): void {
    while (this.size > 0 && !this.isMarker(--this.size));
  }

  push(node: number, tag: number): void {
    let equal = 0;
    let earliest = -1;
    for (let i = this.size - 1; i >= 0 && !this.isMarker(i); i--) {
      if (this.tags[i] !== tag || !this.#haveSameAttributes(this.nodes[i] as number, node))
        continue;
      earliest = i;
      equal++;
    }
    if (equal >= NOAHS_ARK) this.removeAt(earliest);
    this.insert(this.size, node, tag);
  }

  /** The index of the last element of this tag after the last marker, or -1. */
  lastOf(tag: number): number {
    for (let i = this.size - 1; i >= 0 && !this.isMarker(i); i--) {
      if (this.tags[i] === tag) return i;
    }
    return -1;
  }

  indexOf(node: number): number {
    let i = this.size - 1;
    while (i >= 0 && this.nodes[i] !== node) i--;
    return i;
  }

  insert(index: number, node: number, tag: number): void {
    for (let i = this.size++; i > index; i--) {
      this.nodes[i] = this.nodes[i - 1] as number;
      this.tags[i] = this.tags[i - 1] as number;
    }
    this.nodes[index] = node;
    this.tags[index] = tag;
  }

  removeAt(index: number): void {
    this.size--;
    for (let i = index; i < this.size; i++) {
      this.nodes[i] = this.nodes[i + 1] as number;
      this.tags[i] = this.tags[i + 1] as number;
    }
  }

  #haveSameAttributes(a: number, b: number): boolean {
    const { from, to } = this.#store;
    const attributes = this.#attributes;
    const source = this.#source;
    const [aFrom, aTo, bFrom, bTo] = [from[a], to[a], from[b], to[b]] as [
      number,
      number,
      number,
      number,
    ];
    if (aTo - aFrom !== bTo - bFrom) return false;
    for (let row = aFrom; row < aTo; row++) {
      const other = attributes.row(bFrom, bTo, attributes.nameAt(row));
      if (other < 0) return false;
      if (attributes.valueIn(source, row) !== attributes.valueIn(source, other)) return false;
    }
    return true;
  }
}
