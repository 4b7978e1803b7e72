import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** A record to be written. */
export interface NewRecord {
  readonly type: 'warcinfo' | 'response' | 'metadata';
  readonly date: Date;
  readonly contentType: string;
  readonly block: Uint8Array;
  readonly target?: string;
  /** A `urn:uuid:`; a new one when absent. */
  readonly id?: string;
  /** More fields of its head. */
  readonly fields?: Readonly<Record<string, string>>;
}

export const newRecordId = (): string => `urn:uuid:${randomUUID()}`;

/** One record of WARC 1.1 as one gzip member: members one after another are an archive. */
export function writeRecord(record: NewRecord): Buffer {
  const { type, date, contentType, block, target, id = newRecordId(), fields = {} } = record;
  const head = {
    'WARC-Type': type,
    'WARC-Record-ID': `<${id}>`,
    'WARC-Date': date.toISOString(),
    ...(target !== undefined && { 'WARC-Target-URI': target }),
    ...fields,
    'Content-Type': contentType,
    'Content-Length': String(block.length),
  };
  return gzipSync(Buffer.concat([headOf('WARC/1.1', head), block, Buffer.from('\r\n\r\n')]));
}

/** The block of a response: a head, and a body without any coding. */
export function writeAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): Buffer {
  const whole = { ...headers, 'content-length': String(body.length) };
  return Buffer.concat([headOf(`HTTP/1.1 ${status} `, whole), body]);
}

function headOf(first: string, fields: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${oneLine(value)}`);
  const text = [first, ...lines, '', ''].join('\r\n');
  // As fields came off the wire, where they did.
  return Buffer.from(text, /[^\0-\xff]/.test(text) ? 'utf8' : 'latin1');
}

/** A value cannot begin a field of its own. */
const oneLine = (value: string): string => value.replace(/[\r\n\0]+/g, ' ').trim();
