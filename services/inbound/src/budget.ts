/** So many at once, and then one each so often. */
export interface Allowance {
  readonly burst: number;
  readonly everyMs: number;
}

const MOST_NAMES = 10_000;

/** A token bucket a name; names that have rested are forgotten. */
export class Budget {
  readonly #allowance: Allowance;
  readonly #now: () => number;
  /** When the bucket of a name is full again. */
  readonly #fullAt = new Map<string, number>();

  constructor(allowance: Allowance, now: () => number = () => performance.now()) {
    this.#allowance = allowance;
    this.#now = now;
  }

  /** Spends one of the name's, where there is one. */
  spend(name: string): boolean {
    const { burst, everyMs } = this.#allowance;
    const now = this.#now();
    const fullAt = Math.max(this.#fullAt.get(name) ?? 0, now) + everyMs;
    if (fullAt - now > burst * everyMs) return false;
    this.#fullAt.delete(name);
    this.#fullAt.set(name, fullAt);
    const oldest = this.#fullAt.keys().next().value;
    if (this.#fullAt.size > MOST_NAMES && oldest !== undefined) this.#fullAt.delete(oldest);
    return true;
  }
}
