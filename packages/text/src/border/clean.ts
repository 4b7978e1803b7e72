/**
 * What no text of strangers brings in: half surrogate pairs and noncharacters, which databases refuse; controls, which
 * terminals obey; U+FEFF and annotation marks; embeddings, overrides and isolates, which reorder what stands beside
 * them; tags, in which nobody sees what is written. Tab and line breaks are text. Joiners (ZWNJ, ZWJ), direction marks
 * (LRM, RLM, ALM), soft hyphens and variation selectors are text too: Arabic, Persian and emoji are spelt with them.
 */
const FOREIGN = String.raw`[[\p{Cc}--[\t\n\r]]\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]`;
/** The flags of England, Scotland and Wales and their like are spelt with tags, up to a closing one. */
const FLAG = String.raw`\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}`;
const FLAG_OR_FOREIGN = new RegExp(`${FLAG}|${FOREIGN}`, 'gv');
const HALF_PAIR = /^\p{Cs}/u;
/** Controls that part words: vertical tab, form feed, next line. */
const PARTING = '\v\f\u0085';

/** Anything but what most texts are made of; a class of plain units is by far the quickest test. */
const UNUSUAL =
  /[^\t\n\r\x20-\x7e\xa0-\u2029\u202f-\u2065\u2070-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufff8\ufffc\ufffd]/g;

declare const clean: unique symbol;
/** Text that has crossed the border: well-formed, without controls, unpaired marks of direction and text in tags. */
export type CleanText = string & { readonly [clean]: true };

/** Text of several lines as it may enter: well-formed, without what FOREIGN names. Clean text comes back as it is. */
export function cleanText(text: string): CleanText {
  UNUSUAL.lastIndex = 0;
  while (UNUSUAL.test(text)) {
    if (!isPair(text.codePointAt(UNUSUAL.lastIndex - 1) as number))
      return text.replace(FLAG_OR_FOREIGN, harmless) as CleanText;
    UNUSUAL.lastIndex += 1;
  }
  return text as CleanText;
}

/** Emoji and letters beyond the basic plane, which are no tags and no noncharacters. */
function isPair(code: number): boolean {
  return code > 0xffff && (code & 0xfffe) !== 0xfffe && code >> 7 !== 0x1c00;
}

function harmless(found: string): string {
  if (HALF_PAIR.test(found)) return '\ufffd';
  if (PARTING.includes(found)) return ' ';
  return found.length > 2 ? found : '';
}

const UNEVEN = /[^\S ]| {2}/;
/** White space without width, and the blank. */
const THIN = ' \u200b\u2060';
/** Anything but blanks, joiners and direction marks, which alone show nothing. */
const SHOWN = /[^ \u200b-\u200f\u2060\u061c]/;

/**
 * Text of one line as it may enter: clean, every run of white space one blank, none at the ends. Direction marks stay
 * at the ends, where they steer the reading of what stands beside; a line that shows nothing is empty.
 */
export function cleanLine(text: string): CleanText {
  const clean = cleanText(text);
  const even = UNEVEN.test(clean) ? clean.replace(/\s+/g, ' ') : clean;
  if (!SHOWN.test(even)) return '' as CleanText;
  let [from, to] = [0, even.length];
  while (THIN.includes(even[from] as string)) from++;
  while (THIN.includes(even[to - 1] as string)) to--;
  return even.slice(from, to) as CleanText;
}
