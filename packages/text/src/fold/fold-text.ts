import { expansionOf, foldCharacter, foldedCode, isWordUnit } from './fold-char.ts';

const SPACE = 0x20;
const ASTRAL_WORD = /^[\p{L}\p{N}]/u;
/** The longest compatibility form (U+FDFA) has 18 units. */
const LONGEST_FORM = 18;

/** Scratch space kept between calls; folding is the commonest thing done to text. */
let scratch = new Uint16Array(4096);

function reserve(needed: number, filled: number): Uint16Array {
  if (scratch.length < needed) {
    const larger = new Uint16Array(needed * 2);
    larger.set(scratch.subarray(0, filled));
    scratch = larger;
  }
  return scratch;
}

/** Texts up to this length may leave their scratch space behind. */
const KEPT_UNITS = 1 << 20;

function take(length: number): string {
  const text = Buffer.from(scratch.buffer, 0, length * 2).toString('utf16le');
  if (scratch.length > KEPT_UNITS) scratch = new Uint16Array(4096);
  return text;
}

function fold(text: string, keepPunctuation: boolean): string {
  let units = reserve(text.length + LONGEST_FORM, 0);
  let length = 0;
  let afterSpace = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let code = foldedCode(unit);
    if (unit >= 0xd800 && unit < 0xe000) {
      const folded = foldAstral(text.codePointAt(i) as number, keepPunctuation);
      if (folded.length > 0) {
        i++;
        units = reserve(length + folded.length + text.length - i + LONGEST_FORM, length);
        for (let k = 0; k < folded.length; k++) units[length++] = folded.charCodeAt(k);
        afterSpace = false;
        continue;
      }
      code = SPACE;
    } else if (code === 0) {
      if (unit >= SPACE) continue;
      code = SPACE;
    }
    if (code === SPACE || unit < SPACE || (!keepPunctuation && !isWordUnit(unit))) {
      if (!afterSpace) units[length++] = SPACE;
      afterSpace = true;
      continue;
    }
    const expansion = expansionOf(code, keepPunctuation);
    if (expansion === undefined) units[length++] = code;
    else {
      units = reserve(length + expansion.length + text.length - i + LONGEST_FORM, length);
      for (let k = 0; k < expansion.length; k++) units[length++] = expansion.charCodeAt(k);
    }
    afterSpace = false;
  }
  return take(afterSpace && length > 0 ? length - 1 : length);
}

/** Letters beyond the basic plane, and emoji where punctuation stays; '' for what becomes a space. */
function foldAstral(point: number, keepPunctuation: boolean): string {
  if (point <= 0xffff) return '';
  const folded = foldCharacter(String.fromCodePoint(point));
  return keepPunctuation || ASTRAL_WORD.test(folded) ? folded : '';
}

/**
 * The words of a text in the one form that comparing, searching and hashing use: compatibility
 * forms resolved, lower case, Latin accents, harakat, tatweel and invisible characters gone, Arabic
 * letter variants merged, all digits 0-9, words apart by single spaces, punctuation gone.
 */
export function foldText(text: string): string {
  return fold(text, false);
}

/** Like `foldText`, but punctuation stays where it is; for grammars such as dates. */
export function foldLetters(text: string): string {
  return fold(text, true);
}

const FOREIGN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** Arabic-Indic, Persian and full-width digits as 0-9; the rest stays. */
export function foldDigits(text: string): string {
  return text.replace(FOREIGN_DIGITS, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code >= 0xff10 ? code - 0xff10 : code & 0xf);
  });
}
