import { oneLine } from '../one-line.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  shy: '',
};

/** Marks without width or shape that templates leave behind; bidi marks stay, they steer reading. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** One line of plain text out of an attribute or JSON value: markup and double escapes undone. */
export function plainLine(value: string): string {
  let text = value;
  if (text.includes('<')) text = text.replace(/<\/?[a-z][^<>]{0,300}>/gi, '');
  if (text.includes('&')) text = unescapeTwice(text);
  return oneLine(text.replace(INVISIBLE, ''));
}

function unescapeTwice(text: string): string {
  return text
    .replace(/&amp;(#?\w{2,8};)/g, '&$1')
    .replace(/&(?:#(x?)([0-9a-f]{2,6})|(\w{2,8}));/gi, (whole, hex, code, name) => {
      if (name) return ENTITIES[(name as string).toLowerCase()] ?? whole;
      const point = Number.parseInt(code as string, hex ? 16 : 10);
      return point > 0x1f && point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
    });
}

const MAX_REMEMBERED = 200;
const keys = new Map<string, string>();

/**
 * What two spellings of one title share: its letters and digits, without case or marks. A page asks
 * for the keys of the same few titles again and again.
 */
export function titleKey(title: string): string {
  let key = keys.get(title);
  if (key === undefined) {
    key = title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
    if (keys.size >= MAX_REMEMBERED) keys.clear();
    keys.set(title, key);
  }
  return key;
}
