/**
 * Finds the next occurrence of one string in a text that is searched from front to back. Remembers what it found, so that
 * many searches for something far away or missing read the text once.
 */
export class Needle {
  readonly #text: string;
  readonly #string: string;
  #at = -1;

  constructor(text: string, string: string) {
    this.#text = text;
    this.#string = string;
  }

  /** The first occurrence at or after `from`, which never gets smaller by more than the needle's length; or Infinity. */
  from(from: number): number {
    if (this.#at < from) {
      const at = this.#text.indexOf(this.#string, from);
      this.#at = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return this.#at;
  }
}
