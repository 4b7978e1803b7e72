import { Deadline } from './deadline.ts';
import { exchangeOver } from './exchange.ts';
import type { FetcherOptions } from './fetcher.ts';
import { Guard } from './guard.ts';
import { guardedAgent } from './guarded-agent.ts';
import { defaultLimits } from './limits.ts';
import { retryAfterMs } from './retry-after.ts';
import { webDial } from './tls/web-dial.ts';

export interface Posting {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The caller's own end: its reason is what is thrown. */
  readonly signal?: AbortSignal;
}

export interface PostAnswer {
  readonly status: number;
  readonly retryAfterMs?: number;
  /** Where it leads, as it was written. */
  readonly location?: string;
}

export interface Poster extends AsyncDisposable {
  /** POST, once: redirects are answers. Throws `FetchError` when no head came; what comes after it is not read. */
  post(address: string, posting: Posting): Promise<PostAnswer>;
}

const POST_MS = 15_000;

/** A client that posts to public web servers only, by the guard that `createFetcher` has. */
export function createPoster(options: FetcherOptions): Poster {
  const limits = { ...defaultLimits, totalMs: POST_MS, ...options.limits };
  const guard = new Guard(options.allowPrivate);
  const web = webDial(options, limits);
  const { agent } = guardedAgent(web.dial('http/1.1'), options, limits, {
    guard,
    onConnect: () => {},
  });
  return {
    async post(address, { body, headers, signal }) {
      const url = guard.checkAddress(address);
      using deadline = new Deadline(limits.totalMs, signal);
      const request = agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'POST',
        headers: { 'user-agent': options.userAgent, ...headers },
        body,
        signal: deadline.signal,
      });
      const answer = await exchangeOver(limits, deadline, request);
      await answer.discard();
      const pause = retryAfterMs(answer.headers, Date.now());
      const { location } = answer.headers;
      return {
        status: answer.status,
        ...(pause === undefined ? {} : { retryAfterMs: pause }),
        ...(location === undefined ? {} : { location }),
      };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([agent.destroy(), web[Symbol.asyncDispose]()]);
    },
  };
}
