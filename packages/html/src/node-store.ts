import { IntColumns } from './int-columns.ts';
import { NODE } from './tree.ts';

type Ints = Int32Array<ArrayBuffer>;

const widen = (array: Ints): Ints => {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
};

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

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity);
    this.tag = new Uint16Array(capacity);
    this.open = new Uint8Array(capacity);
    const columns = new IntColumns(7, capacity);
    this.parent = columns.next();
    this.first = columns.next();
    this.last = columns.next();
    this.next = columns.next();
    this.previous = columns.next();
    this.from = columns.next();
    this.to = columns.next();
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
    this.kind = new Uint8Array(kind.length * 2);
    this.kind.set(kind);
    this.tag = new Uint16Array(tag.length * 2);
    this.tag.set(tag);
    this.open = new Uint8Array(open.length * 2);
    this.open.set(open);
    this.parent = widen(this.parent);
    this.first = widen(this.first);
    this.last = widen(this.last);
    this.next = widen(this.next);
    this.previous = widen(this.previous);
    this.from = widen(this.from);
    this.to = widen(this.to);
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
