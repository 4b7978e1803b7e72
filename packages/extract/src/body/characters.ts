/** Classes of UTF-16 code units, as the block features count them. */
export const CHAR = {
  other: 0,
  space: 1,
  letter: 2,
  upper: 3,
  digit: 4,
  /** Ends a sentence: . ! ? … ؟ ۔ 。 */
  stop: 5,
  comma: 6,
  quote: 7,
  colon: 8,
  /** Parts of menus and lists: | • › » / > */
  bar: 9,
  dash: 10,
  /** Marks inside words that fold to nothing: harakat, tatweel, bidi marks, soft hyphens. */
  mark: 11,
  bracket: 12,
  /** © ® ™ and currencies. */
  sign: 13,
} as const;

const SIZE = 0x10000;
/** Class of a code unit. */
export const charClass = new Uint8Array(SIZE);
/** Folded code unit (lower case, Arabic letter variants as one), 0 for marks. */
export const charFold = new Uint16Array(SIZE);

const listed: readonly (readonly [number, string])[] = [
  [CHAR.stop, '.!?…؟۔。！？।'],
  [CHAR.comma, ',;،؛、，'],
  [CHAR.quote, '"\'«»“”„‟‘’‚‹「」『』'],
  [CHAR.colon, ':：'],
  [CHAR.bar, '|•·›▸►▶→»>/*#'],
  [CHAR.dash, '-–—−‐‑'],
  [CHAR.bracket, '()[]{}<'],
  [CHAR.sign, '©®™€$£'],
];
const arabicVariants: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ک: 'ك',
};

function fill(): void {
  const letter = /\p{L}/u;
  const upper = /\p{Lu}/u;
  const digit = /\p{N}/u;
  const mark = /[\p{M}\p{Cf}\u0640]/u;
  const space = /\s/;
  for (let code = 0; code < SIZE; code++) {
    // CJK and Hangul are letters in bulk; asking the regex 40,000 times costs milliseconds.
    const bulk = (code >= 0x3400 && code < 0xa000) || (code >= 0xac00 && code < 0xd7a4);
    // Surrogates count as letters: scripts and ideographs outside the first plane.
    const surrogate = code >= 0xd800 && code < 0xe000;
    charFold[code] = code;
    if (bulk || surrogate) {
      charClass[code] = CHAR.letter;
      continue;
    }
    if (code >= 0xe000 && code < 0xf900) continue;
    const char = String.fromCharCode(code);
    if (space.test(char) || code === 0x200b) charClass[code] = CHAR.space;
    else if (upper.test(char)) charClass[code] = CHAR.upper;
    else if (letter.test(char)) charClass[code] = CHAR.letter;
    else if (digit.test(char)) charClass[code] = CHAR.digit;
    else if (mark.test(char)) charClass[code] = CHAR.mark;
    const lower = char.toLowerCase();
    charFold[code] = charClass[code] === CHAR.mark ? 0 : lower.charCodeAt(0);
  }
  for (const [kind, chars] of listed) {
    for (const char of chars) charClass[char.charCodeAt(0)] = kind;
  }
  for (const [from, to] of Object.entries(arabicVariants)) {
    charFold[from.charCodeAt(0)] = to.charCodeAt(0);
  }
}
fill();
