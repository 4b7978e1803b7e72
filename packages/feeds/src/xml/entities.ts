import { cleanText } from '@nashra/text';
import { decodeHTMLStrict } from 'entities';

/** What a document declares beyond the references that everybody knows. */
export interface EntitySource {
  declared(name: string): string | undefined;
  undeclared(): void;
}

/** Windows-1252 for the C1 range: `&#146;` is an apostrophe to every publisher who writes it (HTML §13.2.5.80). */
const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function character(code: number): string {
  if (isC1(code)) return cleanText(c1[code - 0x80] as string);
  if (code === 9 || code === 10 || code === 13) return String.fromCharCode(code);
  if (code < 32 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '';
  return cleanText(String.fromCodePoint(code));
}

/** XML 1.0 §4.6. */
const predefined = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

const named = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  // XHTML's, which XML documents mean; HTML 5 has moved these two.
  ['lang', '\u2329'],
  ['rang', '\u232a'],
]);

function namedCharacter(name: string): string | undefined {
  const known = named.get(name);
  if (known !== undefined) return known;
  const written = `&${name};`;
  const decoded = decodeHTMLStrict(written);
  if (decoded === written) return undefined;
  named.set(name, decoded);
  return decoded;
}

/**
 * Character and entity references of XML and HTML replaced; unknown ones stay as written, impossible characters go.
 * A reference without its semicolon is no reference: addresses are full of `&copy=`.
 */
export function decodeReferences(written: string, source?: EntitySource): string {
  let open = written.indexOf('&');
  if (open < 0) return written;
  const text = joinHalves(written);
  let out = '';
  let copied = 0;
  while (open >= 0) {
    let value: string | undefined = escapeAt(text, open);
    let end = value === '&' ? open + 5 : open + 4;
    if (value === undefined) {
      const close = referenceEnd(text, open + 1);
      if (close >= 0) value = expansionOf(text.slice(open + 1, close), source);
      end = close + 1;
    }
    if (value === undefined) {
      source?.undeclared();
      open = text.indexOf('&', open + 1);
    } else {
      out += text.slice(copied, open) + value;
      copied = end;
      open = text.indexOf('&', end);
    }
  }
  return copied === 0 ? text : out + text.slice(copied);
}

const halves = /&#(?:x(d[89ab][\da-f]{2})|(5[56]\d{3}));&#(?:x(d[c-f][\da-f]{2})|(5[67]\d{3}));/gi;

/** A character written as two references, one for each of its UTF-16 units: so some systems write emoji. */
function joinHalves(text: string): string {
  if (!text.includes('&#')) return text;
  return text.replace(halves, (whole, highHex, high, lowHex, low) => {
    const pair = String.fromCharCode(unitOf(highHex, high), unitOf(lowHex, low));
    return (pair.codePointAt(0) as number) > 0xffff ? pair : whole;
  });
}

const unitOf = (hex: string | undefined, digits: string) =>
  hex === undefined ? Number(digits) : Number.parseInt(hex, 16);

/** The three references of which escaped HTML is full, without a look-up. */
function escapeAt(text: string, open: number): '<' | '>' | '&' | undefined {
  const first = text.charCodeAt(open + 1);
  if (first === 97 /* a */) return text.startsWith('mp;', open + 2) ? '&' : undefined;
  if (text.charCodeAt(open + 2) !== 116 /* t */ || text.charCodeAt(open + 3) !== 59 /* ; */)
    return undefined;
  return first === 108 /* l */ ? '<' : first === 103 /* g */ ? '>' : undefined;
}

const longestName = 33;

/** Offset of the semicolon that ends the reference begun before `from`, or -1 where none does. */
function referenceEnd(text: string, from: number): number {
  const end = Math.min(text.length, from + longestName);
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 59 /* ; */) return at > from ? at : -1;
    if (code < 35 || code === 38 /* & */ || code === 60 /* < */ || code > 0x7a) return -1;
  }
  return -1;
}

function expansionOf(name: string, source: EntitySource | undefined): string | undefined {
  if (name.charCodeAt(0) === 35 /* # */) return numericCharacter(name);
  const own = source?.declared(name);
  if (own !== undefined) return own;
  const character = namedCharacter(name);
  if (character !== undefined && !predefined.has(name)) source?.undeclared();
  return character;
}

function numericCharacter(name: string): string | undefined {
  const isHex = (name.charCodeAt(1) | 32) === 120; /* x */
  const digits = name.slice(isHex ? 2 : 1);
  if (!(isHex ? /^[\da-f]{1,8}$/i : /^\d{1,10}$/).test(digits)) return undefined;
  return character(Number.parseInt(digits, isHex ? 16 : 10));
}

/**
 * References inside HTML to the C1 range as the characters that browsers show for them, and none to what no text may
 * hold: whoever shows the HTML would decode it. The others stay as written.
 */
export function harmlessReferences(html: string): string {
  for (let at = html.indexOf('&#'); at >= 0; at = html.indexOf('&#', at + 2)) {
    if (isOrdinary(html, at + 2)) continue;
    return joinHalves(html).replace(
      /&(#(?:\d{1,10}|[xX][\da-fA-F]{1,8}));?/g,
      (whole, name: string) => {
        const read = numericCharacter(name) as string;
        return read === '' || isC1(Number(`0${name.slice(1)}`)) ? read : whole;
      },
    );
  }
  return html;
}

/** Whether a reference is to a character that may stay, as nearly all are, or is none. */
function isOrdinary(html: string, at: number): boolean {
  const isHex = (html.charCodeAt(at) | 32) === 120; /* x */
  const code = Number.parseInt(html.slice(isHex ? at + 1 : at, at + 10), isHex ? 16 : 10);
  if ((code >= 32 && code < 127) || (code >= 160 && code < 0x2028)) return true;
  return Number.isNaN(code) || (!isC1(code) && character(code) !== '');
}

const isC1 = (code: number) => code >= 0x80 && code <= 0x9f;
