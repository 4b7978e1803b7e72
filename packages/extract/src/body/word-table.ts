/** What words are worth, by hash: open addressing, a key and its value side by side. */
export class WordTable {
  readonly #entries: Int32Array;
  readonly #shift: number;

  /** @param hundredths values of the keys, none of them 0 */
  constructor(keys: Int32Array, hundredths: Int8Array) {
    const bits = 33 - Math.clz32(keys.length);
    this.#shift = 32 - bits;
    this.#entries = new Int32Array(2 << bits);
    for (const [index, key] of keys.entries()) {
      const place = this.#placeOf(key);
      this.#entries[place] = key;
      this.#entries[place + 1] = hundredths[index] as number;
    }
  }

  /** The value of a word, 0 when it is not known. */
  valueOf(hash: number): number {
    return (this.#entries[this.#placeOf(hash) + 1] as number) / 100;
  }

  /** Where a word is, or would be. */
  #placeOf(hash: number): number {
    const entries = this.#entries;
    const mask = entries.length - 1;
    let place = (Math.imul(hash, 0x9e3779b1) >>> this.#shift) << 1;
    while (entries[place + 1] !== 0 && entries[place] !== hash) place = (place + 2) & mask;
    return place;
  }
}
