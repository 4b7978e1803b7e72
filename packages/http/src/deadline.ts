import { FetchError } from './fetch-error.ts';

/** One abort signal for a whole fetch: the caller's, the total deadline, and a clock for each head. */
export class Deadline implements Disposable {
  readonly #control = new AbortController();
  readonly #total: NodeJS.Timeout;
  readonly #outer: AbortSignal | undefined;
  readonly #onOuter = () => this.#control.abort(this.#outer?.reason);

  constructor(totalMs: number, outer: AbortSignal | undefined) {
    this.#outer = outer;
    this.#total = this.#abortAfter(totalMs, 'in all');
    if (outer?.aborted) this.#onOuter();
    outer?.addEventListener('abort', this.#onOuter, { once: true });
  }

  get signal(): AbortSignal {
    return this.#control.signal;
  }

  /** Runs until the head is there, or fails after `ms`. */
  async within<T>(ms: number, head: Promise<T>): Promise<T> {
    const timer = this.#abortAfter(ms, 'without a head');
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

  #abortAfter(ms: number, what: string): NodeJS.Timeout {
    return setTimeout(() => this.#control.abort(new FetchError('TIMEOUT', `${ms} ms ${what}`)), ms);
  }
}
