import type { z } from 'zod';

const SHOWN = '[secret]';

/** A password, a key, or an address that holds one: whatever prints it prints `[secret]`. Who needs it says so. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself, for whoever opens a door with it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [Symbol.toPrimitive](): string {
    return SHOWN;
  }

  // What util.inspect, and so console.log and assertion messages, ask for.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return SHOWN;
  }
}

/** A variable that is one. */
export function secret<Schema extends z.ZodType<string, string>>(schema: Schema) {
  return schema.transform((text) => new Secret(text));
}

/** Of a secret, or of a text that a test or a command has at hand. */
export function revealed(value: string | Secret): string {
  return typeof value === 'string' ? value : value.reveal();
}
