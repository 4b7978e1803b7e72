import { IntTable } from './int-table.ts';

/** What words are worth, by hash. */
export class WordTable {
  readonly #hundredths: IntTable;

  /** @param hundredths values of the keys, none of them 0 */
  constructor(keys: Int32Array, hundredths: Int8Array) {
    this.#hundredths = new IntTable(keys.length);
    for (const [index, key] of keys.entries()) {
      this.#hundredths.set(key, hundredths[index] as number);
    }
  }

  /** The value of a word, 0 when it is not known. */
  valueOf(hash: number): number {
    return this.#hundredths.get(hash) / 100;
  }
}
