/** Time that passes only when something is due; one thing at a time. */
export class Clock {
  /** Milliseconds since 1970, fractions too. */
  now: number;
  /** How far processes' own clocks are ahead of the servers'. */
  skewMs = 0;
  readonly #heap: Due[] = [];
  #order = 0;
  readonly #startedAt: number;

  constructor(startAt: number) {
    this.now = startAt;
    this.#startedAt = startAt;
  }

  /** Since the world began. */
  get elapsedMs(): number {
    return this.now - this.#startedAt;
  }

  at(at: number, run: () => void): Due {
    const due: Due = { at: Math.max(at, this.now), order: this.#order++, run };
    this.#push(due);
    return due;
  }

  after(ms: number, run: () => void): Due {
    return this.at(this.now + Math.max(0, ms), run);
  }

  /** Resolves after so long. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** When the next thing is due; infinity for never. */
  get nextAt(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Does the next thing; false where nothing is left. What it sets off in promises is done when this is asked again. */
  step(): boolean {
    const due = this.#pop();
    if (!due) return false;
    this.now = Math.max(this.now, due.at);
    due.run?.();
    return true;
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let at = heap.push(due) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(due, heap[parent] as Due)) break;
      heap[at] = heap[parent] as Due;
      at = parent;
    }
    heap[at] = due;
  }

  #pop(): Due | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Due, heap[child] as Due))
        child += 1;
      if (!isBefore(heap[child] as Due, last)) break;
      heap[at] = heap[child] as Due;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

export interface Due {
  readonly at: number;
  readonly order: number;
  /** Null once it is called off. */
  run: (() => void) | null;
}

const isBefore = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
