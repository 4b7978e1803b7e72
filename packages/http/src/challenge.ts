import { isBare, isMarkup } from './bare-page.ts';
import { CHALLENGES, type ChallengeMarks } from './challenge-marks.ts';
import { plainHeaders, type RawHeaders } from './headers.ts';

/** Such pages are short; what stands later in a document is a site's own. */
const LOOKED_AT = 64 * 1024;

/** Statuses with which a page stands in the place of another; others say what they mean. */
export const TELLING: ReadonlySet<number> = new Set([403, 405, 406, 418, 429, 456, 503, 520]);

/**
 * Who stands before the site and answers in its place (an anti-bot page: a riddle for browsers, a captcha, a refusal),
 * or null where the site itself answers. By status, head and markup; an article about one is none.
 */
export function challengeOf(status: number, raw: RawHeaders, body: Uint8Array): string | null {
  const headers = plainHeaders(raw);
  const isRefusal = TELLING.has(status);
  const outright = CHALLENGES.find(({ says }) => says?.[1].test(headers[says[0]] ?? ''));
  if (outright && (isRefusal || status === 202)) return outright.by;
  if (!isRefusal && (status < 200 || status >= 300)) return null;
  if (!isRefusal && body.length > LOOKED_AT) return null;
  const page = Buffer.from(body.buffer, body.byteOffset, Math.min(body.length, LOOKED_AT)).toString(
    'latin1',
  );
  if (!isMarkup(headers['content-type'], page)) return null;
  const known = isRefusal ? CHALLENGES.find((it) => isOwnPage(it, headers, page)) : undefined;
  if (known) return known.by;
  // Two dozen patterns over a page cost more than its first words.
  if (!isBare(page)) return null;
  return CHALLENGES.find(({ script }) => script?.test(page))?.by ?? null;
}

function isOwnPage(
  { head, body }: ChallengeMarks,
  headers: Readonly<Record<string, string>>,
  page: string,
): boolean {
  if (!head || !body) return false;
  return head[1].test(headers[head[0]] ?? '') && body.test(page);
}
