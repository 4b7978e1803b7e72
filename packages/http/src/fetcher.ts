import type { buildConnector } from 'undici';
import type { AccessOf } from './access.ts';
import type { Hop, HttpAnswer } from './answer.ts';
import { challengeOf, TELLING } from './challenge.ts';
import { ChainCookies } from './cookies.ts';
import { Deadline } from './deadline.ts';
import { FetchError } from './fetch-error.ts';
import { follow } from './follow.ts';
import { type AllowPrivate, Guard } from './guard.ts';
import type { Offer } from './guarded-agent.ts';
import { isFieldValue } from './headers.ts';
import { defaultLimits, type FetchLimits } from './limits.ts';
import { pageTarget } from './page-target.ts';
import { PeerLog } from './peer-log.ts';
import type { Resolver } from './resolver.ts';
import { retryAfterMs } from './retry-after.ts';
import { webDial } from './tls/web-dial.ts';
import { Ways } from './ways.ts';

export interface FetcherOptions {
  /** Product token, version and a contact, for the User-Agent field. */
  readonly userAgent: string;
  /** Hosts or IPs that may lie in private networks (tests, the demo); none by default. */
  readonly allowPrivate?: AllowPrivate;
  readonly resolve?: Resolver;
  readonly limits?: Partial<FetchLimits>;
  /** Certificates (PEM) to trust instead of the system's: tests and closed networks. */
  readonly ca?: string | string[];
}

export interface GetOptions {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly accept?: string;
  /** The caller's own end: its reason is what is thrown. */
  readonly signal?: AbortSignal;
  readonly maxBytes?: number;
  /** Whether a page that does nothing but send on is followed, as browsers do. */
  readonly followPages?: boolean;
  /** What some hosts want beside the usual. */
  readonly accessOf?: AccessOf | undefined;
  /** Called before every request, the first one too; what it throws ends the fetch and reaches the caller as it is. */
  readonly onHop?: (address: string) => Promise<void>;
  /** Told whenever a request goes out, which may be some time after `onHop`: a connection is opened first. */
  readonly onSent?: (() => void) | undefined;
}

export interface Fetcher extends AsyncDisposable {
  /** GET with redirects followed. Throws `FetchError` when no whole answer came; 304, 4xx and 5xx are answers. */
  get(address: string, options?: GetOptions): Promise<HttpAnswer>;
}

/** A bounded HTTP client that reaches public web servers only, on every hop. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...defaultLimits, ...options.limits };
  const web = webDial(options, limits);
  const fetcher = fetcherOver(web.dial, options, limits);
  return {
    get: fetcher.get,
    async [Symbol.asyncDispose]() {
      await Promise.all([fetcher[Symbol.asyncDispose](), web[Symbol.asyncDispose]()]);
    },
  };
}

/** The same over another way to open sockets, for tests that must not reach out. */
export function fetcherOver(
  dial: (offer: Offer) => buildConnector.connector,
  options: FetcherOptions,
  limits: FetchLimits,
): Fetcher {
  const guard = new Guard(options.allowPrivate);
  const peers = new PeerLog();
  const ways = new Ways(dial, options, limits, { guard, peers });
  const context: Context = { ways, guard, limits, peers, userAgent: options.userAgent };
  return {
    get: (address, request = {}) => get(address, request, context),
    [Symbol.asyncDispose]: () => ways[Symbol.asyncDispose](),
  };
}

interface Context {
  readonly ways: Ways;
  readonly guard: Guard;
  readonly limits: FetchLimits;
  readonly peers: PeerLog;
  readonly userAgent: string;
}

async function get(address: string, options: GetOptions, context: Context): Promise<HttpAnswer> {
  const { guard, peers, userAgent } = context;
  const limits = { ...context.limits, maxBytes: options.maxBytes ?? context.limits.maxBytes };
  const fields = requestFields(userAgent, options);
  const cookies = new ChainCookies();
  const hops: Hop[] = [];
  const startedAt = new Date();
  const enter = (url: URL) => async () => await options.onHop?.(url.href);
  const elapsed = () => Date.now() - startedAt.getTime();
  using deadline = new Deadline(limits.totalMs, options.signal);
  let headersMs = 0;
  try {
    const last = await follow(address, hops, {
      guard,
      maxRedirects: limits.maxRedirects,
      cookies,
      async ask(url) {
        await deadline.aside(enter(url));
        const access = options.accessOf?.(url);
        const own = { ...fields, ...access?.headers };
        const cookie = cookies.field(url, own['cookie']);
        if (cookie !== undefined) own['cookie'] = cookie;
        const question = { url, fields: own, proxy: access?.proxy, onSent: options.onSent };
        const beforeAgain = () => deadline.aside(enter(url));
        const exchange = await context.ways.ask(question, limits, deadline, beforeAgain);
        headersMs = elapsed();
        return exchange;
      },
      leadsTo: options.followPages ? pageTarget : async () => null,
    });
    const { status, headers } = last.exchange;
    const aside = TELLING.has(status) ? await last.exchange.peek() : null;
    const { bytes: body, warnings } = await last.exchange.readBody();
    const challenge = challengeOf(status, last.exchange.raw, aside ?? body);
    const retryAfter = retryAfterMs(headers, Date.now());
    return {
      status,
      headers,
      body,
      finalAddress: last.url.href,
      hops,
      ...(warnings.length > 0 ? { warnings } : {}),
      ...(challenge === null ? {} : { challenge }),
      ...(retryAfter === undefined ? {} : { retryAfterMs: retryAfter }),
      timings: { startedAt, headersMs, totalMs: elapsed() },
      remoteAddress: peers.get(last.url.host)?.ip ?? null,
    };
  } catch (error) {
    if (error instanceof FetchError) error.hops = hops;
    throw error;
  }
}

function requestFields(userAgent: string, options: GetOptions): Record<string, string> {
  const fields: Record<string, string> = {
    'user-agent': userAgent,
    accept: options.accept ?? '*/*',
  };
  // Validators go on every hop: only the one that knows them answers 304.
  if (options.etag && isFieldValue(options.etag)) fields['if-none-match'] = options.etag;
  if (options.lastModified && isFieldValue(options.lastModified))
    fields['if-modified-since'] = options.lastModified;
  return fields;
}
