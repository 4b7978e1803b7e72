import { endOfHead } from './read-records.ts';
import { readFields } from './record-head.ts';

/** An HTTP answer as an archive holds it. */
export interface ArchivedAnswer {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Without the coding of its transfer, with that of its content where it has one. */
  readonly body: Buffer;
}

/** The answer in the block of a response; null where it has no head that can be read within these bytes. */
export function parseAnswer(block: Buffer, headBytes: number): ArchivedAnswer | null {
  const end =
    endOfHead(block.subarray(0, headBytes)) ?? (block.length < headBytes ? block.length : null);
  if (end === null) return null;
  const [first = '', ...lines] = block.toString('latin1', 0, end).split(/\r?\n/);
  const status = Number(/^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/i.exec(first)?.[1]);
  if (Number.isNaN(status)) return null;
  const headers = Object.assign(Object.create(null), Object.fromEntries(readFields(lines)));
  const body = block.subarray(end);
  const isChunked = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '');
  return { status, headers, body: isChunked ? (withoutChunks(body) ?? body) : body };
}

const MAX_LINE = 1_024;

/**
 * What stands in the chunks of RFC 9112; null where there are none: many archives keep the head of a chunked answer and
 * the body without its chunks. A last chunk that is missing takes nothing along.
 */
function withoutChunks(bytes: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.subarray(at, at + MAX_LINE).indexOf(10);
    const size =
      end === -1
        ? null
        : /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?\n$/i.exec(
            bytes.toString('latin1', at, at + end + 1),
          )?.[1];
    if (!size) return chunks.length > 0 ? Buffer.concat(chunks) : null;
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    const start = at + end + 1;
    chunks.push(bytes.subarray(start, start + length));
    at = start + length;
    if (bytes[at] === 13) at += 1;
    if (bytes[at] === 10) at += 1;
  }
  return Buffer.concat(chunks);
}
