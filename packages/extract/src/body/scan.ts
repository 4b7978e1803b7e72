import { CHAR, charClass, charFold } from './characters.ts';
import { GOES_ON, mayBegin, WORDING, WORDINGS, wordingOf } from './lexicon.ts';
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
  readonly comments: number;
  readonly alsos: number;
}

/** Tokens of all scanned texts, one after the other. */
export class TokenList {
  hashes: Int32Array<ArrayBuffer>;
  length = 0;

  /** @param hashes the memory to begin with */
  constructor(hashes: Int32Array<ArrayBuffer> = new Int32Array(64)) {
    this.hashes = hashes;
  }

  push(hash: number): void {
    if (this.length === this.hashes.length) this.reserve(1);
    this.hashes[this.length++] = hash;
  }

  /** Makes room for more tokens, and answers what they are to be written into from `length` on. */
  reserve(count: number): Int32Array {
    const needed = this.length + count;
    if (needed > this.hashes.length) {
      const grown = new Int32Array(Math.max(needed, 2 * this.hashes.length));
      grown.set(this.hashes);
      this.hashes = grown;
    }
    return this.hashes;
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
function countWordings({ hashes, length }: TokenList, start: number): void {
  let captions = 0;
  let promos = 0;
  let prose = 0;
  let comments = 0;
  let alsos = 0;
  for (let at = start; at < length; at++) {
    if (at === start + WORDING_HEAD && length - at > WORDING_TAIL) at = length - WORDING_TAIL;
    if (!mayBegin(hashes[at] as number)) continue;
    let sequence = hashStep(0, hashes[at] as number);
    let entry = wordingOf.get(sequence);
    if (entry === 0) continue;
    let found = entry;
    for (let to = at + 1; (entry & GOES_ON) !== 0 && to < length && to < at + 3; to++) {
      sequence = hashStep(sequence, hashes[to] as number);
      entry = wordingOf.get(sequence);
      found |= entry;
    }
    captions += (found >>> WORDING.caption) & 1;
    promos += (found >>> WORDING.promo) & 1;
    prose += (found >>> WORDING.prose) & 1;
    comments += (found >>> WORDING.comment) & 1;
    alsos += (found >>> WORDING.also) & 1;
  }
  said[WORDING.caption] = captions;
  said[WORDING.promo] = promos;
  said[WORDING.prose] = prose;
  said[WORDING.comment] = comments;
  said[WORDING.also] = alsos;
}

/** Counts the characters of a range of units by class and appends its tokens to `tokens`. */
export function scanText(
  units: Uint16Array,
  from: number,
  to: number,
  tokens: TokenList,
): TextFacts {
  const tokenStart = tokens.length;
  // No text has more tokens than characters.
  const hashes = tokens.reserve(to - from);
  let tokenEnd = tokenStart;
  let letters = 0;
  let uppers = 0;
  let digits = 0;
  let stops = 0;
  let commas = 0;
  let ideographs = 0;
  let capitalized = 0;
  let longestWord = 0;
  let firstClass = 0;
  let lastClass = 0;
  let hash = HASH_SEED;
  let length = 0;
  for (let at = from; at < to; at++) {
    const code = units[at] as number;
    const kind = charClass[code] as number;
    if (kind <= CHAR.digit && kind >= CHAR.letter) {
      if (kind === CHAR.digit) digits++;
      else {
        letters++;
        if (kind === CHAR.upper) {
          uppers++;
          if (length === 0) capitalized++;
        }
      }
      lastClass = kind;
      if (isIdeograph(code)) {
        // Ideographs are words of their own.
        ideographs++;
        if (length > 0) hashes[tokenEnd++] = hash;
        hashes[tokenEnd++] = hashUnit(HASH_SEED, code);
        hash = HASH_SEED;
        length = 0;
        continue;
      }
      if (firstClass === 0) firstClass = kind;
      hash = hashUnit(hash, charFold[code] as number);
      length++;
      continue;
    }
    if (kind === CHAR.mark) continue;
    if (length > 0) {
      hashes[tokenEnd++] = hash;
      if (length > longestWord) longestWord = length;
      hash = HASH_SEED;
      length = 0;
    }
    if (kind === CHAR.space) continue;
    if (kind === CHAR.stop) stops++;
    else if (kind === CHAR.comma) commas++;
    if (firstClass === 0) firstClass = kind;
    lastClass = kind;
  }
  if (length > 0) hashes[tokenEnd++] = hash;
  tokens.length = tokenEnd;
  countWordings(tokens, tokenStart);
  return {
    letters,
    uppers,
    digits,
    stops,
    commas,
    ideographs,
    capitalized,
    longestWord,
    firstClass,
    lastClass,
    tokenStart,
    tokenEnd,
    captions: said[WORDING.caption] as number,
    promos: said[WORDING.promo] as number,
    prose: said[WORDING.prose] as number,
    comments: said[WORDING.comment] as number,
    alsos: said[WORDING.also] as number,
  };
}
