import { FIRST_UNKNOWN_TAG } from './tags.ts';

/** A number for each tag id. */
export class TagCounts {
  #counts = new Int32Array(2 * FIRST_UNKNOWN_TAG);

  of(tag: number): number {
    return tag < this.#counts.length ? (this.#counts[tag] as number) : 0;
  }

  add(tag: number, change: number): void {
    if (tag >= this.#counts.length) {
      const wider = new Int32Array(tag * 2);
      wider.set(this.#counts);
      this.#counts = wider;
    }
    this.#counts[tag] = (this.#counts[tag] as number) + change;
  }
}
