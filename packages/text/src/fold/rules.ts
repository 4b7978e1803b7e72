/**
 * The one table of folding. What a character becomes beyond Unicode's own compatibility forms,
 * lower case and the removal of Latin, Greek, Cyrillic and Arabic marks.
 */
export const FOLDED: Readonly<Record<string, string>> = {
  // Arabic: carriers of hamza, final forms, and the letters that Maghrebi and Persian hands vary.
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ٲ: 'ا', ٳ: 'ا', ٵ: 'ا',
  ى: 'ي', ئ: 'ي', ی: 'ي', ې: 'ي', ے: 'ي', ێ: 'ي', ۍ: 'ي',
  ؤ: 'و', ۆ: 'و', ۇ: 'و', ۋ: 'و', ۊ: 'و',
  ة: 'ه', ۀ: 'ه', ہ: 'ه', ۂ: 'ه', ە: 'ه', ھ: 'ه', ۃ: 'ه',
  ک: 'ك', ڪ: 'ك', گ: 'ك', ڭ: 'ك', ݣ: 'ك', ݢ: 'ك',
  پ: 'ب', چ: 'ج', ژ: 'ز', ڤ: 'ف', ڥ: 'ف', ڢ: 'ف', ڧ: 'ق', ڨ: 'ق', ں: 'ن',
  // Latin letters that Unicode does not take apart.
  ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ħ: 'h', ŋ: 'n',
  ς: 'σ', ё: 'е',
}; // biome-ignore format: read as a table

type Range = readonly [from: number, to: number];

/** Marks that go: combining accents, niqqud, harakat and Quranic signs, variation selectors. */
const DROPPED_MARKS: readonly Range[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0487],
  [0x0591, 0x05bd],
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
  [0x08d3, 0x08ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
];

/** Characters without a shape of their own: soft hyphen, tatweel, bidi controls, joiners, BOM. */
const INVISIBLE: readonly Range[] = [
  [0x00ad, 0x00ad],
  [0x0640, 0x0640],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x2d7f, 0x2d7f],
  [0xfeff, 0xfeff],
];

/** Whether folding leaves nothing of a character. */
export function isDropped(code: number): boolean {
  return [DROPPED_MARKS, INVISIBLE].some((ranges) =>
    ranges.some(([from, to]) => code >= from && code <= to),
  );
}
