import { parseHtml } from '@nashra/html';
import { parseDocument } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { parse } from 'parse5';

/** The HTML parsers compared: each makes a whole tree of a page. */
export const PARSERS: Readonly<Record<string, (html: string) => unknown>> = {
  '@nashra/html': (html) => parseHtml(html),
  parse5: (html) => parse(html, { scriptingEnabled: false }),
  htmlparser2: (html) => parseDocument(html),
  linkedom: (html) => parseHTML(html).document,
};
