import { decodeReferences } from './entities.ts';

const OPEN = /^\s*(?:<|&lt;)!\[?\s?CDATA\s?\[/i;
const CLOSE = /\]\](?:>|&gt;)/g;
const CLOSE_AT_END = /\]\](?:>|&gt;)\s*$/;

/**
 * Text without the marks of a CDATA section that was escaped once too often, and so came out as text. Text that only
 * speaks of them, somewhere in it, stays as it is.
 */
export function withoutCdataMarks(text: string): string {
  const tail = text.slice(-16);
  if (!OPEN.test(text.slice(0, 64))) {
    const isOrphan = CLOSE_AT_END.test(tail) && !text.includes('[');
    return isOrphan ? text.slice(0, text.lastIndexOf(']]')).trim() : text;
  }
  const parts: string[] = [];
  let rest = text;
  for (let open = OPEN.exec(rest); open; open = OPEN.exec(rest)) {
    const isEscapedTwice = open[0].endsWith('&lt;![CDATA[');
    rest = rest.slice(open[0].length);
    CLOSE.lastIndex = 0;
    const close = CLOSE.exec(rest);
    const part = close ? rest.slice(0, close.index) : withoutCutMark(rest);
    parts.push(isEscapedTwice && !part.includes('<') ? decodeReferences(part) : part);
    rest = close ? rest.slice(CLOSE.lastIndex) : '';
    if (parts.length > MAX_SECTIONS) return text;
  }
  return rest.trim() === '' ? parts.join('').trim() : text;
}

const MAX_SECTIONS = 100;

/** Without what is left of the mark where a section within a section has ended the outer one. */
const withoutCutMark = (text: string): string =>
  text.includes('[') ? text : text.replace(/\]{1,2}\s?$/, '');
