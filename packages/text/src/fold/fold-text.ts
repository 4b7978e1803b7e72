import { expansionOf, foldCharacter, foldedCode, isWordUnit } from './fold-char.ts';

const SPACE = 0x20;
const ASTRAL_WORD = /^[\p{L}\p{N}]/u;
const CHUNK = 8192;

/** Collects UTF-16 units and turns them into a string a chunk at a time. */
class Units {
  readonly #parts: string[] = [];
  readonly #units = new Uint16Array(CHUNK);
  #length = 0;
  last = SPACE;

  push(unit: number): void {
    if (this.#length === CHUNK) this.#flush();
    this.#units[this.#length++] = unit;
    this.last = unit;
  }

  pushAll(text: string): void {
    for (let i = 0; i < text.length; i++) this.push(text.charCodeAt(i));
  }

  /** A space, unless one stands there already or nothing does. */
  pushSpace(): void {
    if (this.last !== SPACE) this.push(SPACE);
  }

  #flush(): void {
    this.#parts.push(
      String.fromCharCode.apply(null, this.#units.subarray(0, this.#length) as never),
    );
    this.#length = 0;
  }

  toString(): string {
    this.#flush();
    const text = this.#parts.join('');
    return text.endsWith(' ') ? text.slice(0, -1) : text;
  }
}

function foldInto(units: Units, text: string, keepPunctuation: boolean): void {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit < 0xe000) {
      const point = text.codePointAt(i) as number;
      if (point > 0xffff) i++;
      const folded = point > 0xffff ? foldCharacter(String.fromCodePoint(point)) : '';
      if (ASTRAL_WORD.test(folded) || (keepPunctuation && folded)) units.pushAll(folded);
      else units.pushSpace();
      continue;
    }
    const code = foldedCode(unit);
    if (code === 0) {
      if (unit < SPACE) units.pushSpace();
      continue;
    }
    if (!isWordUnit(unit) && (!keepPunctuation || code === SPACE || unit < SPACE)) {
      units.pushSpace();
      continue;
    }
    const expansion = expansionOf(code);
    if (expansion === undefined) units.push(code);
    else units.pushAll(expansion);
  }
}

/**
 * The words of a text in the one form that comparing, searching and hashing use: compatibility
 * forms resolved, lower case, Latin accents, harakat, tatweel and invisible characters gone, Arabic
 * letter variants merged, all digits 0-9, words apart by single spaces, punctuation gone.
 */
export function foldText(text: string): string {
  const units = new Units();
  foldInto(units, text, false);
  return units.toString();
}

/** Like `foldText`, but punctuation stays where it is; for grammars such as dates. */
export function foldLetters(text: string): string {
  const units = new Units();
  foldInto(units, text, true);
  return units.toString();
}

const FOREIGN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** Arabic-Indic, Persian and full-width digits as 0-9; the rest stays. */
export function foldDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code >= 0xff10 ? code - 0xff10 : code & 0xf);
  });
}
