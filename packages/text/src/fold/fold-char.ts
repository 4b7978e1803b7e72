import { FOLDED, isDropped } from './rules.ts';

const DIGIT = /^\p{Nd}$/u;
const NOT_WORDS = /[^\p{L}\p{M}\p{N}]+/gu;
const WORD = /^[\p{L}\p{M}\p{N}]$/u;

/** Codes from here on are indices into `expansions`; the range is Unicode's private use area. */
const FIRST_EXPANSION = 0xe000;
const LAST_EXPANSION = 0xf8ff;
const expansions: string[] = [];
/** The same with spaces in the place of punctuation: ½ is "1⁄2" and, in words, "1 2". */
const wordExpansions: string[] = [];
const expansionCodes = new Map<string, number>();

/** What a UTF-16 unit becomes, found out when it is first met: 0 goes, 0xE000 and up index `expansions`. */
const codes = new Uint16Array(0x10000);
const KIND = { unknown: 0, other: 1, word: 2 } as const;
/** Whether the folded unit belongs to a word, or is space or punctuation. */
const kinds = new Uint8Array(0x10000);

/** The folded form of one character given as a string; letters, digits and punctuation alike. */
export function foldCharacter(character: string): string {
  if (isDropped(character.codePointAt(0) as number)) return '';
  let folded = '';
  for (const part of character.normalize('NFKC').toLowerCase().normalize('NFD')) {
    if (isDropped(part.codePointAt(0) as number)) continue;
    folded += DIGIT.test(part) ? digitValue(part) : part;
  }
  let mapped = '';
  for (const part of folded.normalize('NFC')) mapped += FOLDED[part] ?? part;
  return mapped;
}

/** Unicode keeps decimal digits in runs of ten that start at a code point with value zero. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) as number;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

function expansionCode(folded: string): number {
  const known = expansionCodes.get(folded);
  if (known !== undefined) return known;
  const code = FIRST_EXPANSION + expansions.length;
  if (code > LAST_EXPANSION) throw new RangeError('folding expansions exhausted');
  expansions.push(folded);
  wordExpansions.push(folded.replace(NOT_WORDS, ' ').trim());
  expansionCodes.set(folded, code);
  return code;
}

function learn(unit: number): number {
  kinds[unit] = KIND.other;
  if (unit >= FIRST_EXPANSION && unit <= LAST_EXPANSION) return 0;
  const folded = foldCharacter(String.fromCharCode(unit));
  const code = folded.length <= 1 ? folded.charCodeAt(0) || 0 : expansionCode(folded);
  codes[unit] = code;
  if (folded !== '' && WORD.test(folded[0] as string)) kinds[unit] = KIND.word;
  return code;
}

/** The code a UTF-16 unit folds to; see `codes`. */
export function foldedCode(unit: number): number {
  return kinds[unit] === KIND.unknown ? learn(unit) : (codes[unit] as number);
}

/** Whether a unit that `foldedCode` has seen is a letter, mark or digit. */
export function isWordUnit(unit: number): boolean {
  return kinds[unit] === KIND.word;
}

/** The string behind a code, with its punctuation or as words; undefined for a plain unit. */
export function expansionOf(code: number, keepPunctuation: boolean): string | undefined {
  if (code < FIRST_EXPANSION || code > LAST_EXPANSION) return undefined;
  return (keepPunctuation ? expansions : wordExpansions)[code - FIRST_EXPANSION];
}
