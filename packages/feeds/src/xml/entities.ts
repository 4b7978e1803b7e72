import { decodeHTMLStrict } from 'entities';

const reference = /&(?:#[xX]([0-9a-fA-F]{1,8})|#([0-9]{1,8})|([A-Za-z_][\w.-]{0,31}));/g;

/** General entities that a document type declares. */
export type DeclaredEntities = ReadonlyMap<string, string>;

/** Characters that expanded entities may add to one document, whatever its document type declares. */
export class ExpansionBudget {
  left = 1_000_000;

  spend(chars: number): boolean {
    this.left -= chars;
    return this.left >= 0;
  }
}

/** Windows-1252 for the C1 range: `&#146;` is an apostrophe to every publisher who writes it (HTML §13.2.5.80). */
const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function character(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return c1[code - 0x80] as string;
  if (code === 9 || code === 10 || code === 13) return String.fromCharCode(code);
  if (code < 32 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '';
  return String.fromCodePoint(code);
}

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
  let value = named.get(name);
  if (value === undefined) {
    const written = `&${name};`;
    const decoded = decodeHTMLStrict(written);
    if (decoded === written) return undefined;
    value = decoded;
    named.set(name, value);
  }
  return value;
}

/**
 * Character and entity references of XML and HTML replaced; unknown ones stay as written, impossible characters go.
 * A reference without its semicolon is no reference: addresses are full of `&copy=`.
 */
export function decodeReferences(
  text: string,
  declared?: DeclaredEntities,
  budget?: ExpansionBudget,
): string {
  if (!text.includes('&')) return text;
  return text.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    if (decimal !== undefined) return character(Number(decimal));
    const own = declared?.get(name as string);
    if (own !== undefined) return budget?.spend(own.length) ? own : '';
    return namedCharacter(name as string) ?? whole;
  });
}

/** References to the C1 range inside HTML as the characters that browsers show for them. */
export function withoutC1References(html: string): string {
  if (!html.includes('&#1')) return html;
  return html.replace(/&#(1[2-5]\d);/g, (whole, decimal: string) => {
    const code = Number(decimal);
    return code >= 0x80 && code <= 0x9f ? character(code) : whole;
  });
}
