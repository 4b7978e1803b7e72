import { isOf, KIND } from './byte-kinds.ts';
import { decodeText, decodeWithNuls, normalizeRaw } from './character-references.ts';
import type { Source } from './source.ts';

/**
 * The characters that tree construction is looking at: a range of the source, or of a string of its own where the source
 * could not be taken as it is.
 */
export class TextToken {
  from = 0;
  to = 0;
  /** Character references stand for themselves (CDATA, raw text). */
  isRaw = false;
  isOwn = false;
  /** NULs are among the characters: in some places they are dropped, in others they move things on. */
  hasNul = false;
  #string = '';
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  set(from: number, to: number, isRaw: boolean): void {
    this.from = from;
    this.to = to;
    this.isRaw = isRaw;
    this.isOwn = false;
    this.hasNul = false;
  }

  /** Takes characters that are not one range: NULs in them stand for themselves. */
  setRun(characters: string): void {
    this.setOwn(characters);
    this.hasNul = characters.includes('\0');
  }

  /** Makes the NULs of a range that was set stand for themselves rather than for U+FFFD. */
  keepNuls(): void {
    if (!this.#source.hasNul) return;
    for (let at = this.from; at < this.to; at++) {
      if (this.#source.bytes[at] !== 0) continue;
      this.setRun(this.valueWithNuls);
      return;
    }
  }

  dropNuls(): void {
    if (!this.hasNul) return;
    this.setOwn(this.value.replaceAll('\0', ''));
    this.hasNul = false;
  }

  replaceNuls(): void {
    if (!this.hasNul) return;
    this.setOwn(this.value.replaceAll('\0', '\uFFFD'));
    this.hasNul = false;
  }

  setOwn(string: string): void {
    this.#string = string;
    this.from = 0;
    this.to = string.length;
    this.isRaw = true;
    this.isOwn = true;
  }

  /** A byte of the source, or a unit of a string of its own: the same, where they are ASCII. */
  #unitAt(at: number): number {
    return this.isOwn ? this.#string.charCodeAt(at) : (this.#source.bytes[at] as number);
  }

  get isEmpty(): boolean {
    return this.from === this.to;
  }

  /** Its decoded characters. */
  get value(): string {
    if (this.isOwn) return this.#string.slice(this.from, this.to);
    const text = this.#source.slice(this.from, this.to);
    return this.isRaw ? normalizeRaw(text) : decodeText(text);
  }

  /** Its decoded characters, with NULs as they are in the source. */
  get valueWithNuls(): string {
    return decodeWithNuls(this.#source.slice(this.from, this.to), this.isRaw);
  }

  /** Where the white space ends that it begins with. */
  blankEnd(): number {
    let at = this.from;
    while (at < this.to && isOf(this.#unitAt(at), KIND.blank)) at++;
    if (at === this.to || this.isRaw || this.#unitAt(at) !== 38) return at;
    // A reference may stand for white space.
    this.setOwn(this.value);
    return this.blankEnd();
  }

  get isBlank(): boolean {
    return this.blankEnd() === this.to;
  }

  /** Drops all but white space; false when nothing is left. */
  keepBlank(): boolean {
    this.setOwn(this.value.replace(/[^ \t\n\r\f]+/g, ''));
    return !this.isEmpty;
  }

  /** Drops a newline at the very beginning. */
  skipNewline(): void {
    const first = this.#unitAt(this.from);
    if (first === 38 && !this.isRaw) {
      this.setOwn(this.value);
      this.skipNewline();
    } else if (first === 10) this.from++;
    else if (first === 13 && !this.isOwn) this.from += this.#unitAt(this.from + 1) === 10 ? 2 : 1;
  }
}
