/** Deals columns of 32-bit integers, all 0, out of one piece of memory: pieces cost more than what they hold. */
export class IntColumns {
  readonly #memory: ArrayBuffer;
  readonly #size: number;
  #dealt = 0;

  constructor(count: number, size: number) {
    this.#memory = new ArrayBuffer(Int32Array.BYTES_PER_ELEMENT * count * size);
    this.#size = size;
  }

  /** The next column; there are no more than were asked for. */
  next(): Int32Array<ArrayBuffer> {
    const from = Int32Array.BYTES_PER_ELEMENT * this.#size * this.#dealt++;
    return new Int32Array(this.#memory, from, this.#size);
  }
}
