import { createInflateRaw } from 'node:zlib';

/** Deflate gives at most some thousand times what it is given: so a step gives 16 MiB at the most. */
export const STEP_BYTES = 16 * 1_024;
const STEP_MOST = 32 * 1_024 * 1_024;

/** One deflate stream whose end is not known before: RFC 1951 says itself where it ends. */
export class Inflater implements Disposable {
  readonly #stream = createInflateRaw({ readableHighWaterMark: STEP_MOST } as object);
  #failed = false;

  constructor() {
    this.#stream.on('error', () => {
      this.#failed = true;
    });
  }

  /**
   * What these bytes give, at most `STEP_BYTES` of them, and how many of them belong to the stream: fewer than were given
   * behind its end. Null where they are no deflate stream.
   */
  async inflate(bytes: Buffer): Promise<{ out: Buffer; used: number } | null> {
    const before = this.#stream.bytesWritten;
    await new Promise<void>((resolve) => {
      this.#stream.once('close', resolve);
      this.#stream.write(bytes, () => {
        this.#stream.off('close', resolve);
        resolve();
      });
    });
    if (this.#failed) return null;
    const out = (this.#stream.read() as Buffer | null) ?? Buffer.alloc(0);
    return { out, used: this.#stream.bytesWritten - before };
  }

  [Symbol.dispose](): void {
    this.#stream.destroy();
  }
}
