/** Bytes of a stream, as many at a time as somebody asks for; knows where in the stream it stands. */
export class Intake {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #at: number;

  /** @param at place of the stream's first byte */
  constructor(stream: AsyncIterable<Uint8Array>, at = 0) {
    this.#chunks = stream[Symbol.asyncIterator]();
    this.#at = at;
  }

  /** Of the next byte. */
  get at(): number {
    return this.#at;
  }

  /** At least so many bytes, which stay; fewer where the stream ends. */
  async peek(count: number): Promise<Buffer> {
    if (this.#held.length >= count) return this.#held;
    const chunks = [this.#held];
    for (let length = this.#held.length; length < count; ) {
      const chunk = await this.#next();
      if (!chunk) break;
      chunks.push(chunk);
      length += chunk.length;
    }
    if (chunks.length > 1) this.#held = Buffer.concat(chunks);
    return this.#held;
  }

  /** All that is here, or comes next; null at the end. */
  async take(): Promise<Buffer | null> {
    if (this.#held.length === 0) {
      const chunk = await this.#next();
      if (chunk) this.#at += chunk.length;
      return chunk;
    }
    const taken = this.#held;
    this.skip(taken.length);
    return taken;
  }

  /** Goes on behind bytes that were seen. */
  skip(count: number): void {
    this.#held = this.#held.subarray(count);
    this.#at += count;
  }

  /** Gives back the last bytes that were taken. */
  putBack(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([bytes, this.#held]);
    this.#at -= bytes.length;
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #next(): Promise<Buffer | null> {
    const { done, value } = await this.#chunks.next();
    return done ? null : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
}
