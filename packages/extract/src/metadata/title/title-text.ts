import { decodeText } from '@nashra/html';
import { oneLine } from '../one-line.ts';

/** Bidi marks at the ends steer nothing; those inside steer reading, and stay. A run of them is looked at once, not from each of its marks. */
const END_MARKS =
  /^[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\s]+|(?<![\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\s])[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\s]+$/g;
const CONTROLS = /\p{Cc}/gu;
/** Marks without width or shape that templates leave behind. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** One line of plain text out of an attribute or JSON value: markup and double escapes undone. */
export function plainLine(value: string): string {
  let text = value;
  if (text.includes('<')) text = text.replace(/<\/?[a-z][^<>]{0,300}>/gi, '');
  if (text.includes('&')) text = unescapeTwice(text);
  return oneLine(text.replace(INVISIBLE, '')).replace(END_MARKS, '');
}

/** Attributes and JSON values were escaped once by the template and once by the page. */
function unescapeTwice(text: string): string {
  const once = decodeText(text);
  return (once.includes('&') ? decodeText(once) : once).replace(CONTROLS, ' ');
}

/** What Markdown, themes and networks leave around a title: «## …», «*…*», «… ⋆», «🔴 …». */
const DECORATION =
  /^(?:#{1,6}\s+|(?:(?![©®™])\p{Extended_Pictographic}\uFE0F?\s*)+)(?=[\p{L}\p{N}«“"'])|\s+[⋆★☆✦◆■●❤|·•]+$|(?<!\S)(\*{1,2})(?=[\p{L}\p{N}])([^*]+)(?<=\S)\1(?!\S)/gu;

/** A title without the marks that say how it is to be drawn. */
export const undecorated = (title: string): string => title.replace(DECORATION, '$2');

const ASCII = /^[\x20-\x7e]*$/;
const MAX_REMEMBERED = 200;
const keys = new Map<string, string>();

/**
 * What two spellings of one title share: its letters and digits, without case or marks. A page asks
 * for the keys of the same few titles again and again.
 */
export function headlineKey(title: string): string {
  let key = keys.get(title);
  if (key === undefined) {
    key = ASCII.test(title)
      ? title.toLowerCase().replace(/[^a-z0-9]+/g, '')
      : title
          .normalize('NFKD')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, '');
    if (keys.size >= MAX_REMEMBERED) keys.clear();
    keys.set(title, key);
  }
  return key;
}
