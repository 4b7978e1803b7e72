import { FetchError } from '../fetch-error.ts';

/** Bytes as they arrive, by lines and by lengths. */
export class Incoming {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** What comes before the end that `endOf` finds, and that end; null where nothing came any more. */
  async through(endOf: (bytes: Buffer) => number, most: number): Promise<string | null> {
    for (;;) {
      const end = endOf(this.#held);
      if (end >= 0) return this.#cut(end).toString('latin1');
      if (this.#held.length > most)
        throw new FetchError('TOO_LARGE', `more than ${most} bytes`, { ofHead: true });
      if (!(await this.#more())) return null;
    }
  }

  /** So many bytes, or an error where there are fewer. */
  async *exactly(length: number): AsyncGenerator<Buffer> {
    let left = length;
    while (left > 0) {
      if (this.#held.length === 0 && !(await this.#more())) {
        throw new FetchError('TRUNCATED', `${left} bytes are missing`);
      }
      const piece = this.#cut(Math.min(left, this.#held.length));
      left -= piece.length;
      yield piece;
    }
  }

  async *rest(): AsyncGenerator<Buffer> {
    do {
      if (this.#held.length > 0) yield this.#cut(this.#held.length);
    } while (await this.#more());
  }

  #cut(end: number): Buffer {
    const piece = this.#held.subarray(0, end);
    this.#held = this.#held.subarray(end);
    return piece;
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return true;
  }
}
