/** Arrays begin at a multiple of this many bytes. */
const ALIGNED = 8;

/**
 * Memory for one document that the next one uses again: arrays of zeros are dealt from one block, and
 * `reset` takes them all back. Arrays that each document makes anew are memory that the collector is
 * told of, and it walks through the whole heap for every 64 MB of them.
 */
export class Arena {
  readonly #most: number;
  #block = new ArrayBuffer(0);
  #used = 0;
  #asked = 0;

  /** @param most bytes to keep for the next document; what is asked for beyond them is made anew */
  constructor(most = 0) {
    this.#most = most;
  }

  bytes(length: number): Uint8Array<ArrayBuffer> {
    const from = this.#take(length);
    return from < 0 ? new Uint8Array(length) : new Uint8Array(this.#block, from, length).fill(0);
  }

  shorts(length: number): Uint16Array<ArrayBuffer> {
    const from = this.#take(2 * length);
    return from < 0 ? new Uint16Array(length) : new Uint16Array(this.#block, from, length).fill(0);
  }

  ints(length: number): Int32Array<ArrayBuffer> {
    const from = this.#take(4 * length);
    return from < 0 ? new Int32Array(length) : new Int32Array(this.#block, from, length).fill(0);
  }

  floats(length: number): Float32Array<ArrayBuffer> {
    const from = this.#take(4 * length);
    return from < 0
      ? new Float32Array(length)
      : new Float32Array(this.#block, from, length).fill(0);
  }

  doubles(length: number): Float64Array<ArrayBuffer> {
    const from = this.#take(8 * length);
    return from < 0
      ? new Float64Array(length)
      : new Float64Array(this.#block, from, length).fill(0);
  }

  /** Takes back all arrays that were dealt; who still holds one will see the next document in it. */
  reset(): void {
    if (this.#asked > this.#block.byteLength && this.#block.byteLength < this.#most) {
      this.#block = new ArrayBuffer(Math.min(this.#most, 2 * this.#asked));
    }
    this.#used = 0;
    this.#asked = 0;
  }

  /** Where in the block the next array begins; -1 when it does not fit. */
  #take(size: number): number {
    this.#asked += size + ALIGNED;
    const from = this.#used;
    const to = from + size;
    if (to > this.#block.byteLength) return -1;
    this.#used = (to + ALIGNED - 1) & -ALIGNED;
    return from;
  }
}
