/**
 * UTF-16 units in a growing array: what strings are read into to be looked at unit by unit, without
 * making strings. `clear` keeps the memory for the next document.
 */
export class UnitBuffer {
  units: Uint16Array<ArrayBuffer>;
  length = 0;

  /** @param units the memory to begin with */
  constructor(units: Uint16Array<ArrayBuffer> = new Uint16Array(1 << 10)) {
    this.units = units;
  }

  clear(): void {
    this.length = 0;
  }

  push(unit: number): void {
    if (this.length === this.units.length) this.#reserve(1);
    this.units[this.length++] = unit;
  }

  append(text: string): void {
    this.#reserve(text.length);
    const { units } = this;
    let at = this.length;
    for (let i = 0; i < text.length; i++) units[at++] = text.charCodeAt(i);
    this.length = at;
  }

  /**
   * Appends the characters of a range of well-formed UTF-8; or nothing, and answers false, when the
   * range holds what HTML reads otherwise: CR, NUL and, unless it is raw, `&`.
   */
  appendUtf8(bytes: Uint8Array, from: number, to: number, isRaw: boolean): boolean {
    this.#reserve(to - from);
    const { units } = this;
    const reference = isRaw ? 0 : 38;
    let at = this.length;
    for (let i = from; i < to; i++) {
      const byte = bytes[i] as number;
      if (byte < 0x80) {
        if (byte === reference || byte === 13 || byte === 0) return false;
        units[at++] = byte;
      } else if (byte < 0xe0) {
        units[at++] = ((byte & 0x1f) << 6) | ((bytes[++i] as number) & 0x3f);
      } else if (byte < 0xf0) {
        const middle = (bytes[++i] as number) & 0x3f;
        units[at++] = ((byte & 0x0f) << 12) | (middle << 6) | ((bytes[++i] as number) & 0x3f);
      } else {
        const second = (bytes[++i] as number) & 0x3f;
        const third = (bytes[++i] as number) & 0x3f;
        const last = (bytes[++i] as number) & 0x3f;
        const point = (((byte & 0x07) << 18) | (second << 12) | (third << 6) | last) - 0x10000;
        units[at++] = 0xd800 | (point >> 10);
        units[at++] = 0xdc00 | (point & 0x3ff);
      }
    }
    this.length = at;
    return true;
  }

  /** The units of a range as a string. */
  slice(from: number, to: number): string {
    const { buffer, byteOffset } = this.units;
    return Buffer.from(buffer, byteOffset + from * 2, (to - from) * 2).toString('utf16le');
  }

  #reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.units.length) return;
    let size = this.units.length;
    while (size < needed) size *= 2;
    const wider = new Uint16Array(size);
    wider.set(this.units.subarray(0, this.length));
    this.units = wider;
  }
}
