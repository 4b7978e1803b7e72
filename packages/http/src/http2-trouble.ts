import type { FetchError, FetchErrorCode } from './fetch-error.ts';
import { keepNewest } from './keep-newest.ts';

/** How long a server that spoke HTTP/2 badly is asked by HTTP/1.1. */
const KEPT_MS = 60 * 60_000;
const MOST_ORIGINS = 1_000;

/** What the other protocol would not change. */
const WHATEVER_PROTOCOL: ReadonlySet<FetchErrorCode> = new Set([
  'BLOCKED_ADDRESS',
  'TOO_MANY_REDIRECTS',
  'TOO_LARGE',
  'DNS',
  'DECODE',
]);

/** Which origins are asked by HTTP/1.1 alone for a while, since HTTP/2 with them came to nothing. */
export class Http2Trouble {
  readonly #until = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  has(origin: string): boolean {
    const until = this.#until.get(origin);
    if (until !== undefined && until <= this.#now()) this.#until.delete(origin);
    return this.#until.has(origin);
  }

  note(origin: string): void {
    keepNewest(this.#until, origin, this.#now() + KEPT_MS, MOST_ORIGINS);
  }
}

/** Whether HTTP/1.1 may do better where this came of HTTP/2, or of offering it. */
export function isHttp2Trouble(error: FetchError, spoken: string | null): boolean {
  if (error.code === 'TLS') return /NO_APPLICATION_PROTOCOL/.test(error.message);
  return spoken === 'h2' && !WHATEVER_PROTOCOL.has(error.code);
}
