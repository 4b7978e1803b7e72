import { CHAR, charClass, charFold } from './characters.ts';
import { GOES_ON, WORDING, WORDINGS, wordingOf } from './lexicon.ts';
import { HASH_SEED, hashStep, hashUnit } from './token-hash.ts';

/** What one pass over a block's characters counts. */
export interface TextFacts {
  readonly letters: number;
  readonly uppers: number;
  readonly digits: number;
  readonly stops: number;
  readonly commas: number;
  readonly ideographs: number;
  /** Words that start with a capital. */
  readonly capitalized: number;
  readonly longestWord: number;
  /** Class of the first and of the last visible character. */
  readonly firstClass: number;
  readonly lastClass: number;
  /** Hashes of the folded tokens: a range of the page's token list. */
  readonly tokenStart: number;
  readonly tokenEnd: number;
  /** How often wordings of each kind were found. */
  readonly captions: number;
  readonly promos: number;
  readonly prose: number;
}

/** Tokens of all scanned texts, one after the other. */
export class TokenList {
  hashes: Int32Array<ArrayBuffer>;
  length = 0;

  /** @param capacity tokens to have room for at once */
  constructor(capacity = 64) {
    this.hashes = new Int32Array(capacity);
  }

  push(hash: number): void {
    if (this.length === this.hashes.length) {
      const grown = new Int32Array(this.length * 2);
      grown.set(this.hashes);
      this.hashes = grown;
    }
    this.hashes[this.length++] = hash;
  }
}

/** In long texts wordings are looked for at both ends only: there they mean something. */
const WORDING_HEAD = 40;
const WORDING_TAIL = 12;

const isIdeograph = (code: number): boolean =>
  (code >= 0x3040 && code < 0xa000) || (code >= 0xf900 && code < 0xfb00);

/** How often each kind of wording was found, for one call. */
const said = new Uint32Array(WORDINGS.length);

/** Counts the wordings of the tokens from `start` on into `said`. */
function countWordings(tokens: TokenList, start: number): void {
  said.fill(0);
  const { hashes, length } = tokens;
  for (let at = start; at < length; at++) {
    if (at === start + WORDING_HEAD && length - at > WORDING_TAIL) at = length - WORDING_TAIL;
    let sequence = hashStep(0, hashes[at] as number);
    let entry = wordingOf.get(sequence);
    let found = entry;
    for (let to = at + 1; (entry & GOES_ON) !== 0 && to < length && to < at + 3; to++) {
      sequence = hashStep(sequence, hashes[to] as number);
      entry = wordingOf.get(sequence);
      found |= entry;
    }
    found &= ~GOES_ON;
    for (let index = 0; found !== 0; index++, found >>>= 1) {
      said[index] = (said[index] as number) + (found & 1);
    }
  }
}

/** Scratch of one call. */
const counts = new Uint32Array(16);

/** Counts the characters of a range of units by class and appends its tokens to `tokens`. */
export function scanText(
  units: Uint16Array,
  from: number,
  to: number,
  tokens: TokenList,
): TextFacts {
  counts.fill(0);
  const tokenStart = tokens.length;
  let ideographs = 0;
  let capitalized = 0;
  let longestWord = 0;
  let firstClass = 0;
  let lastClass = 0;
  let hash = HASH_SEED;
  let length = 0;
  for (let i = from; i < to; i++) {
    const code = units[i] as number;
    const kind = charClass[code] as number;
    counts[kind] = (counts[kind] as number) + 1;
    if (kind === CHAR.letter || kind === CHAR.upper || kind === CHAR.digit) {
      if (isIdeograph(code)) {
        // Ideographs are words of their own.
        ideographs++;
        if (length > 0) tokens.push(hash);
        tokens.push(hashUnit(HASH_SEED, code));
        hash = HASH_SEED;
        length = 0;
        lastClass = kind;
        continue;
      }
      if (length === 0 && kind === CHAR.upper) capitalized++;
      hash = hashUnit(hash, charFold[code] as number);
      length++;
    } else if (kind !== CHAR.mark) {
      if (length > 0) {
        tokens.push(hash);
        if (length > longestWord) longestWord = length;
        hash = HASH_SEED;
        length = 0;
      }
      if (kind === CHAR.space) continue;
    } else continue;
    if (firstClass === 0) firstClass = kind;
    lastClass = kind;
  }
  if (length > 0) tokens.push(hash);
  countWordings(tokens, tokenStart);
  return {
    letters: (counts[CHAR.letter] as number) + (counts[CHAR.upper] as number),
    uppers: counts[CHAR.upper] as number,
    digits: counts[CHAR.digit] as number,
    stops: counts[CHAR.stop] as number,
    commas: counts[CHAR.comma] as number,
    ideographs,
    capitalized,
    longestWord,
    firstClass,
    lastClass,
    tokenStart,
    tokenEnd: tokens.length,
    captions: said[WORDING.caption] as number,
    promos: said[WORDING.promo] as number,
    prose: said[WORDING.prose] as number,
  };
}
