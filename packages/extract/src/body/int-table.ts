import { Arena } from '@nashra/html';

/**
 * Differs between processes, so that nobody can write a page whose keys all fall into one place.
 * What is looked up does not depend on it.
 */
const SPREAD = (Math.random() * 2 ** 32) | 1;

/** A table from integers of 32 bits to others that are not 0: open addressing, each key beside its value. */
export class IntTable {
  size = 0;
  #entries: Int32Array;
  #shift: number;

  /** @param expected entries to have room for at once */
  constructor(expected = 16, memory = new Arena()) {
    const bits = Math.max(4, 33 - Math.clz32(expected));
    this.#entries = memory.ints(2 << bits);
    this.#shift = 32 - bits;
  }

  /** The value of a key, 0 when it has none. */
  get(key: number): number {
    return this.#entries[this.#placeOf(key) + 1] as number;
  }

  has(key: number): boolean {
    return this.get(key) !== 0;
  }

  /** Sets the value of a key, which must not be 0. */
  set(key: number, value: number): void {
    let place = this.#placeOf(key);
    if (this.#entries[place + 1] === 0) {
      if (4 * (this.size + 1) > this.#entries.length) {
        this.#grow();
        place = this.#placeOf(key);
      }
      this.size++;
      this.#entries[place] = key;
    }
    this.#entries[place + 1] = value;
  }

  /** Where a key is, or would be. */
  #placeOf(key: number): number {
    const entries = this.#entries;
    const mask = entries.length - 1;
    let place = (Math.imul(key, SPREAD) >>> this.#shift) << 1;
    while (entries[place + 1] !== 0 && entries[place] !== key) place = (place + 2) & mask;
    return place;
  }

  #grow(): void {
    const before = this.#entries;
    this.#entries = new Int32Array(before.length * 2);
    this.#shift--;
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === 0) continue;
      const place = this.#placeOf(before[at] as number);
      this.#entries[place] = before[at] as number;
      this.#entries[place + 1] = before[at + 1] as number;
    }
  }
}
