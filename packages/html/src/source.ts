import { isUtf8 } from 'node:buffer';

/** Searches this far are done in place: calling the platform's costs more. */
const NEAR = 96;

/**
 * A document's bytes, UTF-8. Markup is ASCII, so tokens are ranges of bytes, and only the ranges
 * that somebody asks for become strings.
 */
export class Source {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** False when some bytes fit no character: they read as U+FFFD. */
  readonly isValid: boolean;
  readonly hasNul: boolean;
  readonly #buffer: Buffer;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.length = bytes.length;
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.isValid = isUtf8(bytes);
    this.hasNul = this.#buffer.includes(0);
  }

  /** The characters of a range. */
  slice(from: number, to: number): string {
    return this.#buffer.toString('utf8', from, to);
  }

  /** Where a byte comes next, at or after `from`; -1 when it does not. */
  find(byte: number, from: number): number {
    const { bytes, length } = this;
    const near = Math.min(length, from + NEAR);
    for (let at = from; at < near; at++) if (bytes[at] === byte) return at;
    return near < length ? this.#buffer.indexOf(byte, near) : -1;
  }

  /** Where an ASCII string comes next, at or after `from`; -1 when it does not. */
  search(string: string, from: number): number {
    return this.#buffer.indexOf(string, from, 'latin1');
  }

  /** Whether an ASCII string stands at a place. */
  startsWith(string: string, at: number): boolean {
    for (let i = 0; i < string.length; i++) {
      if (this.bytes[at + i] !== string.charCodeAt(i)) return false;
    }
    return true;
  }
}
