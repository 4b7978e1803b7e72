import { FetchError, type HttpAnswer } from '@nashra/http';
import type { Reason } from '@nashra/ledger';
import { RobotsDeniedError, RobotsUnreachableError } from '@nashra/politeness';
import { AccessError } from '@nashra/sources';

/** What an answer, or the lack of one, means for the address. */
export type Judgement =
  | { readonly next: 'store' }
  | { readonly next: 'unchanged'; readonly reason: Reason }
  /** The flight ends; whether another one follows, the ledger's table of endings says, and not before `waitMs`. */
  | { readonly next: 'drop'; readonly reason: Reason; readonly waitMs?: number }
  /** May heal by itself: tried again with back-off, dropped with the reason after the last try. */
  | { readonly next: 'retry'; readonly reason: Reason }
  | { readonly next: 'wait'; readonly afterMs: number };

export interface WaitPolicy {
  /** How often a host may send one address away. */
  readonly maxWaits: number;
  /** A host that asks for more is not waited for in this flight. */
  readonly maxWaitMs: number;
}

const FIRST_WAIT_MS = 30_000;
/** What a host asks for is honoured whole up to here: nobody's page is left alone for a year. */
export const LONGEST_WAIT_MS = 7 * 24 * 3_600_000;

export function judgeAnswer(
  answer: Pick<HttpAnswer, 'status' | 'retryAfterMs' | 'challenge'> &
    Partial<Pick<HttpAnswer, 'headers'>>,
  waits: number,
  { maxWaits, maxWaitMs }: WaitPolicy,
): Judgement {
  const { status, retryAfterMs, challenge } = answer;
  if (challenge !== undefined) {
    const waitMs = Math.min(retryAfterMs ?? 0, LONGEST_WAIT_MS);
    return { next: 'drop', reason: 'challenge', ...(waitMs > 0 ? { waitMs } : {}) };
  }
  if (isDocument(status, answer.headers?.['content-range'])) return { next: 'store' };
  if (status === 304) return { next: 'unchanged', reason: 'not_modified' };
  if (status === 404) return { next: 'drop', reason: 'not_found' };
  if (status === 410) return { next: 'drop', reason: 'gone' };
  if (status === 429 || (status === 503 && retryAfterMs !== undefined)) {
    const asked = Math.min(retryAfterMs ?? FIRST_WAIT_MS * 2 ** waits, LONGEST_WAIT_MS);
    if (waits >= maxWaits || (retryAfterMs ?? 0) > maxWaitMs) {
      return { next: 'drop', reason: 'rate_limited', waitMs: asked };
    }
    return { next: 'wait', afterMs: Math.min(Math.max(asked, 1_000), maxWaitMs) };
  }
  const reason: Reason = `http_${status}`;
  return status >= 500 || status === 408 || status === 425
    ? { next: 'retry', reason }
    : { next: 'drop', reason };
}

/** Said by servers of the document that was asked for: browsers show it whatever success it is called. */
const DOCUMENT = new Set([200, 201, 203, 226]);

/** A part that nobody asked for is the document where it is all of it: caches keep those that a player has read by parts. */
function isDocument(status: number, contentRange: string | undefined): boolean {
  if (status !== 206) return DOCUMENT.has(status);
  const [, last, length] = /^\s*bytes\s+0-(\d+)\/(\d+)\s*$/i.exec(contentRange ?? '') ?? [];
  return length !== undefined && Number(last) + 1 === Number(length);
}

/** Undefined for an error that says nothing about the address. */
export function judgeError(error: unknown): Judgement | undefined {
  if (error instanceof RobotsDeniedError) {
    const { holdsMs } = error;
    return { next: 'drop', reason: 'robots_denied', ...(holdsMs ? { waitMs: holdsMs } : {}) };
  }
  if (error instanceof RobotsUnreachableError) {
    const reason = reasonOfHost(error);
    // Whether the host can be reached is tried again soon; a robots.txt that it keeps back is not asked for before its time.
    if (reason !== 'robots_unreachable') return { next: 'retry', reason };
    return { next: 'drop', reason, waitMs: error.retryAfterMs };
  }
  if (error instanceof AccessError) return { next: 'drop', reason: 'access_missing' };
  if (!(error instanceof FetchError)) return undefined;
  const reason = error.ofHead
    ? 'head_too_large'
    : (error.code.toLowerCase() as Lowercase<typeof error.code>);
  return { next: error.retry === 'never' ? 'drop' : 'retry', reason };
}

/** A host nobody can reach is that, not one that keeps its robots.txt back. */
function reasonOfHost({ reason }: RobotsUnreachableError): Reason {
  const dead = (['DNS', 'CONNECT', 'TLS', 'TIMEOUT'] as const).find((code) => code === reason);
  return dead === undefined ? 'robots_unreachable' : (dead.toLowerCase() as Lowercase<typeof dead>);
}
