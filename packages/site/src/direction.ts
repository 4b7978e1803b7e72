export type Direction = 'rtl' | 'ltr';

/** Languages written from right to left, by their BCP 47 primary language. */
const RTL: ReadonlySet<string> = new Set(
  'ar arc ary arz azb ckb dv fa glk he iw khw ks ku lrc mzn nqo ps prs sd syr ug ur yi'.split(' '),
);
const RTL_SCRIPT = /-(?:arab|hebr|syrc|thaa|nkoo)\b/i;
const LTR_SCRIPT = /-(?:latn|cyrl|tfng)\b/i;
const RTL_LETTER = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;
const LETTER = /\p{L}/u;

/**
 * The direction a text is to be set in: that of its language, not of its first letter, since Arabic titles begin with
 * Latin names. Where not one letter fits the language (a French title on an Arabic page), the letters decide.
 */
export function directionOf(text: string, language: string | null | undefined): Direction {
  const stated = language ? statedDirection(language) : undefined;
  const hasRtl = RTL_LETTER.test(text);
  if (stated === 'rtl') return hasRtl || !LETTER.test(text) ? 'rtl' : 'ltr';
  if (!hasRtl) return 'ltr';
  const { rtl, other } = countLetters(text);
  if (stated === 'ltr') return other === 0 ? 'rtl' : 'ltr';
  return rtl >= other ? 'rtl' : 'ltr';
}

function statedDirection(language: string): Direction {
  if (LTR_SCRIPT.test(language)) return 'ltr';
  const [primary = ''] = language.toLowerCase().split('-', 1);
  return RTL.has(primary) || RTL_SCRIPT.test(language) ? 'rtl' : 'ltr';
}

/** More than this tells nothing new. */
const LOOKED_AT = 2_000;

function countLetters(text: string): { rtl: number; other: number } {
  let rtl = 0;
  let other = 0;
  for (const char of text.slice(0, LOOKED_AT)) {
    if (RTL_LETTER.test(char)) rtl += 1;
    else if (LETTER.test(char)) other += 1;
  }
  return { rtl, other };
}
