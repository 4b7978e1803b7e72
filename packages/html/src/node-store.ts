import type { Arena } from './arena.ts';
import { NODE } from './tree.ts';

type Ints = Int32Array<ArrayBuffer>;

/**
 * The nodes of a tree that is being built: a record of columns, linked by id (-1 is none). Ids run in the order of
 * creation; as long as nothing was put anywhere but at the end (`moved` is false) that is document order.
 */
export class NodeStore {
  size = 0;
  moved = false;
  kind: Uint8Array<ArrayBuffer>;
  tag: Uint16Array<ArrayBuffer>;
  /** 1 for elements on the stack of open elements. */
  open: Uint8Array<ArrayBuffer>;
  parent: Ints;
  first: Ints;
  last: Ints;
  next: Ints;
  previous: Ints;
  /**
   * What a node holds. Element: its range of attributes. Text: its range of the source, `to` as `~to` where character
   * references are not decoded; or `from` is `~index` of a string in `strings`.
   */
  from: Ints;
  to: Ints;
  /** Texts that are not one stretch of the source, decoded. */
  readonly strings: string[] = [];

  readonly #memory: Arena;

  constructor(capacity: number, memory: Arena) {
    this.#memory = memory;
    this.kind = memory.bytes(capacity);
    this.tag = memory.shorts(capacity);
    this.open = memory.bytes(capacity);
    this.parent = memory.ints(capacity);
    this.first = memory.ints(capacity);
    this.last = memory.ints(capacity);
    this.next = memory.ints(capacity);
    this.previous = memory.ints(capacity);
    this.from = memory.ints(capacity);
    this.to = memory.ints(capacity);
    this.#add(NODE.document, 0, 0, 0);
  }

  /** A new element that has no parent yet. */
  element(tag: number, from: number, to: number): number {
    return this.#add(NODE.element, tag, from, to);
  }

  /** A new text that has no parent yet. */
  text(from: number, to: number): number {
    return this.#add(NODE.text, 0, from, to);
  }

  #add(kind: number, tag: number, from: number, to: number): number {
    const node = this.size++;
    if (node === this.kind.length) this.#grow();
    this.kind[node] = kind;
    this.tag[node] = tag;
    this.from[node] = from;
    this.to[node] = to;
    this.parent[node] = -1;
    this.first[node] = -1;
    this.last[node] = -1;
    this.next[node] = -1;
    this.previous[node] = -1;
    return node;
  }

  #grow(): void {
    const { kind, tag, open } = this;
    const capacity = 2 * kind.length;
    this.kind = this.#memory.bytes(capacity);
    this.kind.set(kind);
    this.tag = this.#memory.shorts(capacity);
    this.tag.set(tag);
    this.open = this.#memory.bytes(capacity);
    this.open.set(open);
    this.parent = this.#widen(this.parent, capacity);
    this.first = this.#widen(this.first, capacity);
    this.last = this.#widen(this.last, capacity);
    this.next = this.#widen(this.next, capacity);
    this.previous = this.#widen(this.previous, capacity);
    this.from = this.#widen(this.from, capacity);
    this.to = this.#widen(this.to, capacity);
  }

  #widen(column: Ints, capacity: number): Ints {
    const wider = this.#memory.ints(capacity);
    wider.set(column);
    return wider;
  }

  append(parent: number, node: number): void {
    const last = this.last[parent] as number;
    this.parent[node] = parent;
    this.previous[node] = last;
    this.last[parent] = node;
    if (last < 0) this.first[parent] = node;
    else this.next[last] = node;
  }

  insertBefore(sibling: number, node: number): void {
    const parent = this.parent[sibling] as number;
    const previous = this.previous[sibling] as number;
    this.moved = true;
    this.parent[node] = parent;
    this.previous[node] = previous;
    this.next[node] = sibling;
    this.previous[sibling] = node;
    if (previous < 0) this.first[parent] = node;
    else this.next[previous] = node;
  }

  detach(node: number): void {
    const parent = this.parent[node] as number;
    if (parent < 0) return;
    const previous = this.previous[node] as number;
    const next = this.next[node] as number;
    this.moved = true;
    if (previous < 0) this.first[parent] = next;
    else this.next[previous] = next;
    if (next < 0) this.last[parent] = previous;
    else this.previous[next] = previous;
    this.parent[node] = -1;
    this.previous[node] = -1;
    this.next[node] = -1;
  }

  moveChildren(from: number, to: number): void {
    for (let child = this.first[from] as number; child >= 0; child = this.first[from] as number) {
      this.detach(child);
      this.append(to, child);
    }
  }
}
