import { parseHtml } from '@nashra/html';
import { parseDocument } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { parse } from 'parse5';

/** A parser, and what it reads: the page's bytes as they came, or a string made of them. */
export interface Parser<Source = unknown> {
  readonly sourceOf: (bytes: Uint8Array) => Source;
  readonly parse: (source: Source) => unknown;
}

const utf8 = new TextDecoder();

function fromString(parseString: (html: string) => unknown): Parser {
  const parser: Parser<string> = { sourceOf: (bytes) => utf8.decode(bytes), parse: parseString };
  return parser as Parser;
}

/** The HTML parsers compared: each makes a whole tree of a page. */
export const PARSERS: Readonly<Record<string, Parser>> = {
  '@nashra/html': {
    sourceOf: (bytes) => bytes,
    parse: (bytes) => parseHtml(bytes as Uint8Array),
  },
  parse5: fromString((html) => parse(html, { scriptingEnabled: false })),
  htmlparser2: fromString((html) => parseDocument(html)),
  linkedom: fromString((html) => parseHTML(html).document),
};
