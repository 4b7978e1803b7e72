import type { Arena } from './arena.ts';
import type { NodeStore } from './node-store.ts';
import { TagCounts } from './tag-counts.ts';
import { FOREIGN, TAG_OF_CODE, TRAIT, traitsOf } from './tag-traits.ts';
import { TAG } from './tags.ts';

/** The stack of open elements: node ids and their codes (see tag-traits.ts), the root at index 0. */
export class OpenElements {
  size = 0;
  readonly nodes: Int32Array;
  readonly codes: Int32Array;
  /** The traits of each, at hand for the searches. */
  readonly traits: Int32Array;
  readonly #store: NodeStore;
  /** How many elements of each tag are open, in HTML and in foreign namespaces: most searches end here. */
  readonly #html = new TagCounts();
  readonly #foreign = new TagCounts();

  constructor(store: NodeStore, capacity: number, memory: Arena) {
    this.#store = store;
    this.nodes = memory.ints(capacity);
    this.codes = memory.ints(capacity);
    this.traits = memory.ints(capacity);
  }

  /** The current node; -1 before there is a root. */
  get node(): number {
    return this.size === 0 ? -1 : (this.nodes[this.size - 1] as number);
  }

  /** The code of the current node; 0 before there is a root. */
  get code(): number {
    return this.size === 0 ? 0 : (this.codes[this.size - 1] as number);
  }

  push(node: number, code: number): void {
    this.insert(this.size, node, code);
  }

  pop(): void {
    const top = --this.size;
    this.#store.open[this.nodes[top] as number] = 0;
    this.#count(this.codes[top] as number, -1);
  }

  insert(index: number, node: number, code: number): void {
    for (let i = this.size++; i > index; i--) {
      this.nodes[i] = this.nodes[i - 1] as number;
      this.codes[i] = this.codes[i - 1] as number;
      this.traits[i] = this.traits[i - 1] as number;
    }
    this.nodes[index] = node;
    this.codes[index] = code;
    this.traits[index] = traitsOf(code);
    this.#store.open[node] = 1;
    this.#count(code, 1);
  }

  removeAt(index: number): void {
    this.#store.open[this.nodes[index] as number] = 0;
    this.#count(this.codes[index] as number, -1);
    this.size--;
    for (let i = index; i < this.size; i++) {
      this.nodes[i] = this.nodes[i + 1] as number;
      this.codes[i] = this.codes[i + 1] as number;
      this.traits[i] = this.traits[i + 1] as number;
    }
  }

  /** Puts a clone in the place of an element. */
  replaceAt(index: number, node: number): void {
    this.#store.open[this.nodes[index] as number] = 0;
    this.#store.open[node] = 1;
    this.nodes[index] = node;
  }

  #count(code: number, change: number): void {
    if ((code & FOREIGN) === 0) this.#html.add(code, change);
    else this.#foreign.add(code & TAG_OF_CODE, change);
  }

  indexOf(node: number): number {
    let i = this.size - 1;
    while (i >= 0 && this.nodes[i] !== node) i--;
    return i;
  }

  /** Whether an HTML element of this tag is open at all. */
  has(tag: number): boolean {
    return this.#html.of(tag) > 0;
  }

  /** Whether a foreign element of this tag is open at all. */
  hasForeign(tag: number): boolean {
    return this.#foreign.of(tag) > 0;
  }

  /** "Has an element in scope", the kind of scope being given by the trait of the elements that end it. */
  inScope(tag: number, boundary: number = TRAIT.scope): boolean {
    if (!this.has(tag)) return false;
    for (let i = this.size - 1; i >= 0; i--) {
      const code = this.codes[i] as number;
      if (code === tag) return true;
      if (((this.traits[i] as number) & boundary) !== 0) return false;
    }
    return false;
  }

  /** The same for any tag that has a trait. */
  traitInScope(trait: number, boundary: number = TRAIT.scope): boolean {
    for (let i = this.size - 1; i >= 0; i--) {
      const traits = this.traits[i] as number;
      if ((traits & trait) !== 0) return true;
      if ((traits & boundary) !== 0) return false;
    }
    return false;
  }

  /** Whether the element at an index is in scope. */
  isReachable(index: number): boolean {
    for (let i = this.size - 1; i > index; i--) {
      if (((this.traits[i] as number) & TRAIT.scope) !== 0) return false;
    }
    return true;
  }

  inSelectScope(): boolean {
    if (!this.has(TAG.select)) return false;
    for (let i = this.size - 1; i >= 0; i--) {
      const code = this.codes[i] as number;
      if (code === TAG.select) return true;
      if (((this.traits[i] as number) & TRAIT.selectTransparent) === 0) return false;
    }
    return false;
  }

  popUntil(tag: number): void {
    while (this.size > 1) {
      const code = this.code;
      this.pop();
      if (code === tag) return;
    }
  }

  popUntilTrait(trait: number): void {
    while (this.size > 1) {
      const traits = traitsOf(this.code);
      this.pop();
      if ((traits & trait) !== 0) return;
    }
  }

  /** Pops down to, and not including, the element at `index`. */
  popTo(index: number): void {
    while (this.size > index + 1) this.pop();
  }

  /** "Clear the stack back to a … context": pops down to the first of the tags, html or template. */
  clearBackTo(isContext: (code: number) => boolean): void {
    while (!isContext(this.code) && this.code !== TAG.html && this.code !== TAG.template)
      this.pop();
  }

  generateImpliedEndTags(except = 0): void {
    while ((traitsOf(this.code) & TRAIT.impliedEnd) !== 0 && this.code !== except) this.pop();
  }
}
