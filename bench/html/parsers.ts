import { parseHtml } from '@nashra/html';
import { parseDocument } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { parse } from 'parse5';

/** Takes a page's bytes and makes of them what the parser reads; parses when it is called. */
export type Opener = (bytes: Uint8Array) => () => unknown;

const utf8 = new TextDecoder();

const fromString =
  (parseString: (html: string) => unknown): Opener =>
  (bytes) => {
    const html = utf8.decode(bytes);
    return () => parseString(html);
  };

/** The HTML parsers compared: each makes a whole tree of a page. */
export const PARSERS: Readonly<Record<string, Opener>> = {
  '@nashra/html': (bytes) => () => parseHtml(bytes),
  parse5: fromString((html) => parse(html, { scriptingEnabled: false })),
  htmlparser2: fromString((html) => parseDocument(html)),
  linkedom: fromString((html) => parseHTML(html).document),
};
