import type { Tree } from '@nashra/html';
import { COMPOUND_MARKS, COMPOUNDS, HINT, PART, WORDS } from './class-vocabulary.ts';
import { ValueMemo } from './value-memo.ts';

/** Shorter unknown words are abbreviations or hashes. */
const MIN_COMPOUND = 8;
const MAX_COMPOUND = 31;
const LETTERS = 26;
const CODE_A = 97;
const AMPERSAND = 38;
const LETTER_W = 119;
const LETTER_Y = 121;

/** The state of a word that none of the known words begins with. */
const LOST = 0;
const ROOT = 1;
/** The known words as a trie, 26 next states each: names are read from the page's bytes, letter by letter. */
const next: number[] = new Array(2 * LETTERS).fill(LOST);
/** What the word that ends in a state says; 0 where none ends. */
const meanings = [0, 0];
for (const [word, bits] of WORDS) {
  let state = ROOT;
  for (let i = 0; i < word.length; i++) {
    const edge = state * LETTERS + word.charCodeAt(i) - CODE_A;
    if (next[edge] === LOST) {
      next[edge] = meanings.length;
      meanings.push(0);
      for (let letter = 0; letter < LETTERS; letter++) next.push(LOST);
    }
    state = next[edge] as number;
  }
  meanings[state] = bits;
}
const transitions = Uint16Array.from(next);
const meaning = Int32Array.from(meanings);

const begins = marks(COMPOUND_MARKS.begin);
const ends = marks(COMPOUND_MARKS.end);
const compounds = new ValueMemo((word) => {
  const lower = word.toLowerCase();
  let bits = 0;
  for (const [pattern, hint] of COMPOUNDS) if (pattern.test(lower)) bits |= hint;
  return bits;
});

/** The hints of a class or id, by the row of the attribute. */
export function hintsOf(tree: Tree, row: number): number {
  const { bytes } = tree;
  const from = tree.valueFrom(row);
  const to = tree.valueTo(row);
  for (let at = from; at < to; at++)
    if (bytes[at] === AMPERSAND) return combine(readWords(Buffer.from(tree.attrValue(row))));
  return combine(readWords(bytes, from, to));
}

/** Splits at anything but letters and where a capital follows a small letter. */
function readWords(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let bits = 0;
  let start = -1;
  let state = LOST;
  let small = false;
  for (let at = from; at <= to; at++) {
    const code = at < to ? (bytes[at] as number) : 0;
    const lower = code >= 97 && code <= 122;
    const letter = lower || (code >= 65 && code <= 90);
    if (start >= 0 && (!letter || (small && !lower))) {
      bits |= (meaning[state] as number) || compoundBits(bytes, start, at);
      start = -1;
    }
    if (letter) {
      if (start < 0) {
        start = at;
        state = ROOT;
      }
      state = transitions[state * LETTERS + (code | 32) - CODE_A] as number;
    }
    small = lower;
  }
  return bits;
}

function compoundBits(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < MIN_COMPOUND || to - from > MAX_COMPOUND) return 0;
  return isMarked(bytes, from, to) ? compounds.ofWord(bytes, from, to) : 0;
}

/** A quick look that spares most words a string. */
function isMarked(bytes: Uint8Array, from: number, to: number): boolean {
  if (begins.has(lettersAt(bytes, from, 3)) || ends.has(lettersAt(bytes, to - 2, 2))) return true;
  // The one that may stand in the middle: paywall.
  for (let at = from; at < to - 1; at++)
    if (((bytes[at] as number) | 32) === LETTER_Y && ((bytes[at + 1] as number) | 32) === LETTER_W)
      return true;
  return false;
}

/** A few letters as one number, whatever their case. */
export function lettersAt(bytes: Uint8Array, from: number, count: number): number {
  let letters = 0;
  for (let at = from; at < from + count; at++)
    letters = (letters << 8) | ((bytes[at] as number) | 32);
  return letters;
}

/** A list of such letters, by blanks. */
export function marks(list: string): ReadonlySet<number> {
  return new Set(list.split(' ').map((mark) => lettersAt(Buffer.from(mark), 0, mark.length)));
}

function combine(bits: number): number {
  let hints = bits & 0xffff;
  if ((bits & PART.whole) !== 0 && (bits & PART.inner) !== 0) hints |= HINT.body;
  // Of a page's builder each part of the article is a widget.
  if ((bits & PART.widget) !== 0 && (bits & PART.builder) === 0) hints |= HINT.aside;
  // The foot of an entry is its own: blogs sign and date there.
  if ((bits & PART.foot) !== 0 && (bits & PART.whole) === 0) hints |= HINT.aside;
  if ((bits & HINT.author) !== 0 && (bits & PART.about) !== 0) hints |= HINT.bio;
  return hints;
}
