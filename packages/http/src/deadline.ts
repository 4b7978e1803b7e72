import { FetchError } from './fetch-error.ts';

/** One abort signal for a whole fetch: the caller's, the total deadline, and a clock for each head. */
export class Deadline implements Disposable {
  readonly #control = new AbortController();
  #total: NodeJS.Timeout;
  readonly #totalMs: number;
  #leftMs: number;
  #since = performance.now();
  readonly #outer: AbortSignal | undefined;
  readonly #onOuter = () => this.#control.abort(this.#outer?.reason);

  constructor(totalMs: number, outer: AbortSignal | undefined) {
    this.#outer = outer;
    this.#totalMs = totalMs;
    this.#leftMs = totalMs;
    this.#total = this.#endAfter(totalMs);
    if (outer?.aborted) this.#onOuter();
    outer?.addEventListener('abort', this.#onOuter, { once: true });
  }

  get signal(): AbortSignal {
    return this.#control.signal;
  }

  /** What is waited for on our own side, as for a host's turn, costs the exchange none of its time. */
  async aside<T>(work: () => Promise<T>): Promise<T> {
    clearTimeout(this.#total);
    this.#leftMs -= performance.now() - this.#since;
    try {
      return await work();
    } finally {
      this.#since = performance.now();
      this.#total = this.#endAfter(this.#leftMs);
    }
  }

  /** Runs until the head is there, or fails after `ms`. */
  async within<T>(ms: number, head: Promise<T>): Promise<T> {
    const timer = this.#abortAfter(ms, `${ms} ms without a head`);
    try {
      return await head;
    } finally {
      clearTimeout(timer);
    }
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#total);
    this.#outer?.removeEventListener('abort', this.#onOuter);
  }

  #endAfter(leftMs: number): NodeJS.Timeout {
    return this.#abortAfter(Math.max(0, leftMs), `${this.#totalMs} ms in all`);
  }

  /** Made when it is needed: an error looks at its stack, and nearly no clock runs out. */
  #abortAfter(ms: number, what: string): NodeJS.Timeout {
    return setTimeout(() => this.#control.abort(new FetchError('TIMEOUT', what)), ms);
  }
}
