import { isMenuEntry } from '../../src/body/menu-entries.ts';
import type { PageFacts } from '../../src/body/page-facts.ts';
import { readAbove, readOwn, readText, type WordSink } from '../../src/body/word-weights.ts';

/** The words of blocks with their places, as what weighs them together reads them. */
export class WordList implements WordSink {
  /** Words of each block so far. */
  readonly counts: number[] = [];
  readonly #parts: Int32Array[] = [];
  #page: number[] = [];

  add(place: number, hash: number): void {
    this.#page.push(place, hash);
  }

  /** Adds the blocks of a page; menu entries, which nobody judges, have no words. */
  addPage(facts: PageFacts): void {
    for (const [index, { node }] of facts.blocks.entries()) {
      const before = this.#page.length;
      if (!isMenuEntry(facts, index)) {
        readOwn(facts, index, this);
        readAbove(facts, facts.tree.parent[node] ?? 0, this);
        readText(facts, index, this);
      }
      this.counts.push((this.#page.length - before) / 2);
    }
    this.#parts.push(Int32Array.from(this.#page));
    this.#page = [];
  }

  /** Place and hash of every word, block after block. */
  entries(): Int32Array {
    const all = new Int32Array(this.#parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}
