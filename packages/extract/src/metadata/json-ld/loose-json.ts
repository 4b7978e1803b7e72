/** Nesting below this depth is cut; no honest page comes near it. */
const MAX_DEPTH = 48;

/**
 * Reads JSON the way publishers write it: several values after one another, trailing and missing
 * commas, comments, raw control characters, bad escapes, quotes left unescaped inside strings, a
 * cut-off end. Always returns; what cannot be understood is left out.
 * @returns the values at the top level, in order
 */
export function readLooseJson(source: string): unknown[] {
  const reader = new LooseReader(source);
  const values: unknown[] = [];
  while (reader.skipToValue()) values.push(reader.value(0));
  return values;
}

class LooseReader {
  #at = 0;
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** Moves to the next character that can open a value; false at the end. */
  skipToValue(): boolean {
    for (; this.#at < this.#source.length; this.#at++) {
      this.#skipBlank();
      const c = this.#source[this.#at];
      if (c === '{' || c === '[') return true;
    }
    return false;
  }

  value(depth: number): unknown {
    this.#skipBlank();
    const c = this.#source[this.#at];
    if (c === '{') return this.#object(depth + 1);
    if (c === '[') return this.#array(depth + 1);
    if (c === '"' || c === "'") return this.#string(c);
    return this.#literal();
  }

  #object(depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    this.#at++;
    while (this.#more('}')) {
      const c = this.#source[this.#at];
      const key = c === '"' || c === "'" ? this.#string(c) : this.#bareWord();
      this.#skipBlank();
      if (this.#source[this.#at] !== ':') continue;
      this.#at++;
      const value = depth > MAX_DEPTH ? this.#literal() : this.value(depth);
      if (key !== '__proto__') object[key] = value;
    }
    return object;
  }

  #array(depth: number): unknown[] {
    const array: unknown[] = [];
    this.#at++;
    while (this.#more(']')) array.push(depth > MAX_DEPTH ? this.#literal() : this.value(depth));
    return array;
  }

  /** Steps over commas; false (and past the closer) at the end of the container or of the input. */
  #more(closer: string): boolean {
    for (;;) {
      this.#skipBlank();
      const c = this.#source[this.#at];
      if (c === undefined) return false;
      if (c === closer) {
        this.#at++;
        return false;
      }
      // The other closer ends this container without being consumed: its opener was lost.
      if (c === '}' || c === ']') return false;
      if (c !== ',' && c !== ';') return true;
      this.#at++;
    }
  }

  /** Reads a string between two of one mark: scripts of other languages write a single one. */
  #string(mark: string): string {
    const source = this.#source;
    let out = '';
    let from = ++this.#at;
    for (; this.#at < source.length; this.#at++) {
      const c = source[this.#at];
      if (c === '\\') {
        out += source.slice(from, this.#at) + this.#escape();
        from = this.#at + 1;
      } else if (c === mark && this.#closes(mark)) break;
    }
    out += source.slice(from, this.#at);
    this.#at++;
    return out;
  }

  /** A quote closes a string when what follows belongs to the structure, not to a sentence. */
  #closes(mark: string): boolean {
    let next = this.#at + 1;
    while (isBlank(this.#source.charCodeAt(next))) next++;
    const c = this.#source[next];
    if (c === undefined || c === ':' || c === '}' || c === ']') return true;
    if (c !== ',') return c === mark && next > this.#at + 1;
    AFTER_COMMA.lastIndex = next + 1;
    return AFTER_COMMA.test(this.#source);
  }

  /** Reads the escape at the cursor and leaves the cursor on its last character. */
  #escape(): string {
    const c = this.#source[++this.#at] ?? '';
    const plain = ESCAPES[c];
    if (plain !== undefined) return plain;
    if (c !== 'u') return c;
    const hex = /^[0-9a-f]{4}/i.exec(this.#source.slice(this.#at + 1, this.#at + 5))?.[0];
    if (!hex) return '';
    this.#at += 4;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  #literal(): unknown {
    const word = this.#bareWord();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null' || word === '') return null;
    const number = Number(word);
    return Number.isNaN(number) ? word : number;
  }

  #bareWord(): string {
    const from = this.#at;
    while (this.#at < this.#source.length && !',:{}[]"'.includes(this.#source[this.#at] as string))
      this.#at++;
    // A character nobody expects here must still be passed, or reading would stand still.
    if (this.#at === from) this.#at++;
    return this.#source.slice(from, this.#at).trim();
  }

  #skipBlank(): void {
    const source = this.#source;
    for (;;) {
      while (isBlank(source.charCodeAt(this.#at))) this.#at++;
      if (source[this.#at] !== '/') return;
      const line = source[this.#at + 1] === '/';
      if (!line && source[this.#at + 1] !== '*') return;
      const end = source.indexOf(line ? '\n' : '*/', this.#at + 2);
      this.#at = end < 0 ? source.length : end + (line ? 1 : 2);
    }
  }
}

/** What can follow a comma between two values. */
const AFTER_COMMA = /\s*(?:["'{[}\]\-\d]|true|false|null|$)/y;

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0xfeff;
}
