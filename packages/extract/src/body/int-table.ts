/**
 * Differs between processes, so that nobody can write a page whose keys all fall into one place.
 * What is looked up does not depend on it.
 */
const SPREAD = (Math.random() * 2 ** 32) | 1;

/** A table from integers of 32 bits to others that are not 0: open addressing, no object for an entry. */
export class IntTable {
  size = 0;
  #keys: Int32Array;
  #values: Int32Array;
  #shift: number;

  /** @param expected entries to have room for at once */
  constructor(expected = 16) {
    const bits = Math.max(4, 33 - Math.clz32(expected));
    this.#keys = new Int32Array(1 << bits);
    this.#values = new Int32Array(1 << bits);
    this.#shift = 32 - bits;
  }

  /** The value of a key, 0 when it has none. */
  get(key: number): number {
    return this.#values[this.#placeOf(key)] as number;
  }

  has(key: number): boolean {
    return this.#values[this.#placeOf(key)] !== 0;
  }

  /** Sets the value of a key, which must not be 0. */
  set(key: number, value: number): void {
    let place = this.#placeOf(key);
    if (this.#values[place] === 0) {
      if (2 * (this.size + 1) > this.#keys.length) {
        this.#grow();
        place = this.#placeOf(key);
      }
      this.size++;
      this.#keys[place] = key;
    }
    this.#values[place] = value;
  }

  /** Where a key is, or would be. */
  #placeOf(key: number): number {
    const keys = this.#keys;
    const values = this.#values;
    const mask = keys.length - 1;
    let place = Math.imul(key, SPREAD) >>> this.#shift;
    while (values[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Int32Array(keys.length * 2);
    this.#values = new Int32Array(keys.length * 2);
    this.#shift--;
    for (let at = 0; at < keys.length; at++) {
      if (values[at] === 0) continue;
      const place = this.#placeOf(keys[at] as number);
      this.#keys[place] = keys[at] as number;
      this.#values[place] = values[at] as number;
    }
  }
}
