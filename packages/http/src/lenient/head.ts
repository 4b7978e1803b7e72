import { FetchError } from '../fetch-error.ts';
import type { RawHeaders } from '../headers.ts';

export interface LenientHead {
  readonly statusCode: number;
  readonly headers: RawHeaders;
}

const STATUS = /^\s*HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?!\d)/i;
/** A field whose name has no blank within; what controls stand in goes no further. */
const FIELD = /^([^\s:]+)[ \t]*:([\t\x20-\x7e\x80-\xff]*)$/;

/** Where the first empty line ends; -1 where none has come. */
export function endOfHead(bytes: Buffer): number {
  const ends = ['\n\n', '\n\r\n'].flatMap((end) => {
    const at = bytes.indexOf(end);
    return at < 0 ? [] : [at + end.length];
  });
  return ends.length === 0 ? -1 : Math.min(...ends);
}

/** The head as browsers read it: lines that are no fields are passed over, a folded line goes on. */
export function parseHead(text: string): LenientHead {
  const [first = '', ...lines] = text.replace(/\r?\n[ \t]+(?=\S)/g, ' ').split(/\r?\n/);
  const status = STATUS.exec(first)?.[1];
  if (status === undefined) throw new FetchError('PROTOCOL', 'no line that names a status');
  const headers: Record<string, string[]> = Object.create(null);
  for (const line of lines) {
    const [, name, value = ''] = FIELD.exec(line) ?? [];
    if (name === undefined) continue;
    // One name may come as often as a head has room for.
    const key = name.toLowerCase();
    headers[key] ??= [];
    headers[key].push(value.trim());
  }
  return { statusCode: Number(status), headers: withOneEnd(headers) };
}

/** RFC 9112 §6.3: chunks outweigh a length, and a length that is repeated is one. Nobody else reads this connection. */
function withOneEnd({
  'content-length': lengths,
  ...headers
}: Record<string, string[]>): RawHeaders {
  if (isChunked(headers) || lengths === undefined) return headers;
  const different = new Set(lengths.flatMap((it) => it.split(/\s*,\s*/)));
  return { ...headers, 'content-length': [...different] };
}

export function isChunked(headers: RawHeaders): boolean {
  return [headers['transfer-encoding'] ?? []].flat().some((it) => /chunked\s*$/i.test(it));
}
