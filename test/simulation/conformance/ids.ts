/** No count and no instant in milliseconds is as large as an id of `nashra.next_id()`. */
const SMALLEST_ID = 100_000_000_000_000;

export const isId = (value: unknown): value is number =>
  typeof value === 'number' && value >= SMALLEST_ID;

/** Which row of the database is which of the model: both give ids of their own. */
export class Ids {
  readonly #real = new Map<number, number>();
  readonly #model = new Map<number, number>();

  /** False where either is another one's already. */
  bind(model: number, real: number): boolean {
    if (this.#real.has(model) || this.#model.has(real)) return this.#real.get(model) === real;
    this.#real.set(model, real);
    this.#model.set(real, model);
    return true;
  }

  /** Of the model's, as the database has it. */
  toReal(value: unknown): unknown {
    return this.#through(value, (id) => this.#real.get(id) ?? id);
  }

  /** Of the database's, as the model has it; ids that nobody knows yet stay. */
  toModel(value: unknown): unknown {
    return this.#through(value, (id) => this.#model.get(id) ?? id);
  }

  /** Whether all ids of the database in it have been met. */
  knows(value: unknown): boolean {
    let knows = true;
    this.#through(value, (id) => {
      if (!this.#model.has(id)) knows = false;
      return id;
    });
    return knows;
  }

  #through(value: unknown, turn: (id: number) => number): unknown {
    if (isId(value)) return turn(value);
    if (Array.isArray(value)) return value.map((it) => this.#through(it, turn));
    if (value instanceof Map) {
      return new Map(
        [...value].map(([key, it]) => [this.#through(key, turn), this.#through(it, turn)]),
      );
    }
    if (value instanceof Set) return new Set([...value].map((it) => this.#through(it, turn)));
    if (value == null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(
      Object.entries(value as object).map(([name, it]) => [name, this.#through(it, turn)]),
    );
  }
}
