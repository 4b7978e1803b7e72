/** One call of a verb on rows, as the model answered it. */
export interface Call {
  readonly verb: string;
  /** When it was asked. */
  readonly at: number;
  readonly args: readonly unknown[];
  readonly result: unknown;
}

/** One transaction that committed, one after the other. */
export interface Turn {
  /** What `now()` gave all along. */
  readonly now: number;
  readonly calls: readonly Call[];
}

/** Everything that was done to rows in a world, in the order of its commits. */
export class Recorder {
  readonly turns: Turn[] = [];
  readonly #open = new WeakMap<object, Call[]>();

  call(tx: object, call: Call): void {
    const calls = this.#open.get(tx) ?? [];
    this.#open.set(tx, calls);
    calls.push(call);
  }

  commit(tx: object, now: number): void {
    const calls = this.#open.get(tx);
    if (calls && calls.length > 0) this.turns.push({ now, calls });
  }
}
