import type { Source } from './source.ts';

/**
 * Finds the next occurrence of one string in a source that is searched from front to back. Remembers what it found, so that
 * many searches for something far away or missing read the source once.
 */
export class Needle {
  readonly #source: Source;
  readonly #string: string;
  #at = -1;

  constructor(source: Source, string: string) {
    this.#source = source;
    this.#string = string;
  }

  /** The first occurrence at or after `from`, which never gets smaller by more than the needle's length; or Infinity. */
  from(from: number): number {
    if (this.#at < from) {
      const at = this.#source.search(this.#string, from);
      this.#at = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return this.#at;
  }
}
