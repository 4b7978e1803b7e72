import type { Intake } from './intake.ts';

/** RFC 1952: the fields' flags. */
const HEADER_CHECK = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const RESERVED = 0xe0;
/** Names and comments end with a zero; archives have none, or the name of a file. */
const MAX_TEXT = 4_096;
const FIXED = 10;

export const isGzip = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

/** Goes behind the header of a gzip member; false where there is none. */
export async function skipGzipHeader(intake: Intake): Promise<boolean> {
  const head = await intake.peek(FIXED);
  if (head.length < FIXED || !isGzip(head) || head[2] !== 8) return false;
  const flags = head[3] ?? 0;
  if (flags & RESERVED) return false;
  intake.skip(FIXED);
  if (flags & EXTRA) {
    const field = await intake.peek(2);
    if (field.length < 2) return false;
    const length = 2 + field.readUInt16LE(0);
    if ((await intake.peek(length)).length < length) return false;
    intake.skip(length);
  }
  for (const text of [NAME, COMMENT]) {
    if (!(flags & text)) continue;
    const end = (await intake.peek(MAX_TEXT)).subarray(0, MAX_TEXT).indexOf(0);
    if (end === -1) return false;
    intake.skip(end + 1);
  }
  if (flags & HEADER_CHECK) intake.skip(Math.min(2, (await intake.peek(2)).length));
  return true;
}
