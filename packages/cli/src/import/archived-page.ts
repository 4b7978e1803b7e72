import { canonicalAddress } from '@nashra/address';
import { defaultLimits, FetchError, readWhole } from '@nashra/http';
import type { Arrival } from '@nashra/pipeline';
import { parseAnswer, type WarcRecord } from '@nashra/warc';

/** Why a record of an archive is no page to be taken in; the rest is said by `ArrivalOutcome`. */
export type LeftOut =
  | 'not_an_answer'
  | 'revisit'
  | 'segmented'
  | 'damaged'
  | 'too_large'
  | 'no_address'
  | 'no_date'
  | 'status'
  | 'not_a_page'
  | 'cut'
  | 'undecodable'
  | 'empty';

export type Page = Omit<Arrival, 'publisherId'>;

const ANSWER_HEAD_BYTES = 96 * 1_024;
const HTML_TYPE = /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i;
/** What servers say that do not know what they send. */
const UNKNOWN_TYPE = /^(?:|application\/octet-stream|unknown\/unknown|text\/plain)\s*(?:;|$)/i;
const MARKUP = /^(?:\xef\xbb\xbf)?\s*</;
const HTML = /<(?:!doctype\s+html|html|head|body)\b/i;
/** Clocks of crawlers that are a little fast are believed. */
const AHEAD_MS = 86_400_000;

/** Whether the block of a record is worth reading. */
export function isAnswer({ head }: Pick<WarcRecord, 'head'>): boolean {
  return head.type === 'response' || head.type === 'resource';
}

/** The page in a record, as a fetch would have given it, at the time of its capture; or why there is none. */
export async function archivedPage(
  { head, block }: WarcRecord,
  now = Date.now(),
): Promise<Page | LeftOut> {
  if (head.type === 'revisit') return 'revisit';
  if (head.fields.has('warc-segment-number')) return 'segmented';
  if (!isAnswer({ head }) || block === null) return 'not_an_answer';
  const address = canonicalAddress(head.target ?? '');
  if (address === null || head.target === null) return 'no_address';
  if (head.date === null || +head.date > now + AHEAD_MS) return 'no_date';
  const answer =
    head.type === 'resource'
      ? { status: 200, headers: { 'content-type': head.contentType }, body: block }
      : parseAnswer(block, ANSWER_HEAD_BYTES);
  if (!answer) return 'damaged';
  if (answer.status !== 200) return 'status';
  const bytes = await bodyOf(answer, head.fields.get('warc-truncated') !== undefined);
  if (typeof bytes === 'string') return bytes;
  if (!isHtml(answer.headers['content-type'] ?? '', bytes)) return 'not_a_page';
  return {
    address,
    finalAddress: head.target,
    bytes,
    origin: 'warc',
    status: answer.status,
    headers: answer.headers,
    capturedAt: head.date,
    lane: 1,
  };
}

/** Codings off, where archives have them on; many hold what the crawler had decoded, under the head that came with it. */
async function bodyOf(
  { headers, body }: { headers: Readonly<Record<string, string>>; body: Buffer },
  isTruncated: boolean,
): Promise<Buffer | LeftOut> {
  if (body.length === 0) return 'empty';
  const isGzip = body[0] === 0x1f && body[1] === 0x8b;
  const coding = headers['content-encoding'] ?? (isGzip ? 'gzip' : '');
  const isShort = coding === '' && Number(headers['content-length']) > body.length;
  const cut =
    isTruncated || isShort ? new FetchError('TRUNCATED', 'the archive has its beginning') : null;
  try {
    const wire = { bytes: body, cut };
    const { bytes } = await readWhole(wire, { 'content-encoding': coding }, defaultLimits.maxBytes);
    return bytes.length > defaultLimits.maxBytes ? 'too_large' : bytes;
  } catch (error) {
    if (!(error instanceof FetchError)) return 'undecodable';
    if (error.code === 'TOO_LARGE') return 'too_large';
    return error.code === 'TRUNCATED' ? 'cut' : 'undecodable';
  }
}

export function isHtml(contentType: string, bytes: Buffer): boolean {
  if (HTML_TYPE.test(contentType)) return true;
  const begin = bytes.toString('latin1', 0, 4_096);
  return UNKNOWN_TYPE.test(contentType) && MARKUP.test(begin) && HTML.test(begin);
}
