import { type Arena, hashBytes, sameBytes, type Tree, UnitBuffer } from '@nashra/html';
import { CHAR, charClass, charFold } from './characters.ts';
import { maskOf } from './class-words.ts';
import { TokenList } from './scan.ts';
import { HASH_SEED, hashUnit } from './token-hash.ts';

/** Longer attributes are cut: nobody names a thing that long. */
const LONGEST = 400;
const LONGEST_WORD = 30;

/** Places for values met lately, a power of two. */
const LATELY = 512;
/** Columns of such a place: range of the value, range of its words, mask, shape. */
const STRIDE = 6;

/** Reads the words of a page's class and id attributes: runs of letters, cut where camel case has a hump. */
export class NameReader {
  /** Hashes of all words read. */
  readonly words: TokenList;
  /** Bit set of CLASS_GROUPS that the words of the last attribute belong to. */
  mask = 0;
  /** Hash of the last attribute without its digits, which vary between pages of one template. */
  shape = 0;
  readonly #tree: Tree;
  readonly #buffer: UnitBuffer;
  readonly #lately: Int32Array;

  constructor(tree: Tree, memory: Arena) {
    this.#tree = tree;
    this.words = new TokenList(memory.ints(1 << 12));
    this.#buffer = new UnitBuffer(memory.shorts(1 << 9));
    this.#lately = memory.ints(LATELY * STRIDE);
  }

  /** Most values stand on several elements of a page: what was read lately is not read again. */
  read(row: number): void {
    const { bytes } = this.#tree;
    const from = this.#tree.valueFrom(row);
    const to = this.#tree.valueTo(row);
    const lately = this.#lately;
    const hash = hashBytes(bytes, from, to);
    const place = ((hash ^ (hash >>> 16)) & (LATELY - 1)) * STRIDE;
    const { words } = this;
    const isUsed = lately[place + 1] !== 0;
    if (
      isUsed &&
      sameBytes(bytes, lately[place] as number, lately[place + 1] as number, from, to)
    ) {
      const wordsTo = lately[place + 3] as number;
      for (let at = lately[place + 2] as number; at < wordsTo; at++) {
        words.push(words.hashes[at] as number);
      }
      this.mask = lately[place + 4] as number;
      this.shape = lately[place + 5] as number;
      return;
    }
    lately[place] = from;
    lately[place + 1] = to;
    lately[place + 2] = words.length;
    this.#readWords(row);
    lately[place + 3] = words.length;
    lately[place + 4] = this.mask;
    lately[place + 5] = this.shape;
  }

  #readWords(row: number): void {
    const buffer = this.#buffer;
    buffer.clear();
    this.#tree.appendValue(row, buffer);
    const { units } = buffer;
    const end = Math.min(buffer.length, LONGEST);
    let mask = 0;
    let shape = HASH_SEED;
    let start = -1;
    let hash = HASH_SEED;
    let previous: number = CHAR.other;
    for (let at = 0; at <= end; at++) {
      const unit = at < end ? (units[at] as number) : 0;
      const kind = charClass[unit] as number;
      if (at < end && (unit < 48 || unit >= 58)) shape = hashUnit(shape, unit);
      const isLetter = kind === CHAR.letter || kind === CHAR.upper;
      const isHump = kind === CHAR.upper && previous === CHAR.letter;
      if (start >= 0 && (!isLetter || isHump)) {
        if (at - start < LONGEST_WORD) {
          this.words.push(hash);
          mask |= maskOf(units, start, at, hash);
        }
        start = -1;
      }
      if (isLetter) {
        if (start < 0) {
          start = at;
          hash = HASH_SEED;
        }
        hash = hashUnit(hash, charFold[unit] as number);
      }
      previous = kind;
    }
    this.mask = mask;
    this.shape = shape;
  }
}
