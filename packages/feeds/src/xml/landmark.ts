/**
 * The next place of a string in a text, for a reader that only moves forward. A place found far ahead, or the news that
 * there is none, holds for every later question, so a million questions cost one pass.
 */
export class Landmark {
  readonly length: number;
  readonly #needle: string;
  #found = -2;

  constructor(needle: string) {
    this.#needle = needle;
    this.length = needle.length;
  }

  next(text: string, from: number): number {
    if (this.#found === -2 || (this.#found >= 0 && this.#found < from)) {
      this.#found = text.indexOf(this.#needle, from);
    }
    return this.#found;
  }
}
