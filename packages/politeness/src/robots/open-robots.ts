import { FetchError, type FetchErrorCode, type Fetcher, type GetOptions } from '@nashra/http';
import type { RobotsStore } from '../local.ts';
import { permits } from './decide.ts';
import { askedToWait, type RobotsAges, type RobotsRecord, recordFrom } from './record.ts';

export interface RobotsOptions {
  readonly redis: RobotsStore;
  readonly fetcher: Pick<Fetcher, 'get'>;
  /** Of the keys; a hash tag is put around each origin. */
  readonly prefix: string;
  /** The name that robots.txt files call this crawler by: letters, `_` and `-`. */
  readonly userAgentToken: string;
  /** How long an answer holds; 24 hours by default, the most that RFC 9309 allows. */
  readonly ttlMs?: number;
  /** How long a robots.txt that cannot be had closes its site; 10 minutes by default. */
  readonly retryMs?: number;
  readonly now?: () => number;
}

export interface RobotsVerdict {
  readonly allowed: boolean;
  readonly crawlDelayMs: number | undefined;
  /** How long a refusal is good for. */
  readonly holdsMs?: number;
  /** Set when a refusal is only for now: robots.txt is out of reach and will be tried again. */
  readonly retryAfterMs?: number;
  /** Then also why: a FetchError's code, or `HTTP_<status>`. */
  readonly cause?: string;
}

export interface RobotsCache {
  /** `unknown`: nothing fresh is known, call `refresh` first. Costs one read, no request. */
  allowed(address: string): Promise<RobotsVerdict | 'unknown'>;
  /**
   * Fetches robots.txt of the address's origin and remembers what it says, unless another process just has. The request is
   * the caller's to account for; how long the server asked to be left alone comes back. Throws only what would stop the page too: BLOCKED_ADDRESS, the caller's abort or refusal.
   */
  refresh(
    address: string,
    options?: Pick<GetOptions, 'signal' | 'onHop' | 'onSent' | 'accessOf'>,
  ): Promise<{ readonly retryAfterMs?: number }>;
  /** Sitemaps named by the origin's robots.txt, as far as known. */
  sitemaps(address: string): Promise<readonly string[]>;
}

/** Enough for every real file, and for one that grew wild: what is longer closes its site. Only the first 500 KiB are parsed. */
const MAX_BYTES = 16 * 1024 * 1024;
/** For how long a process believes what it read, and of how many origins. */
const RECENT_MS = 5_000;
const MOST_RECENT = 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** robots.txt per origin, cached in Redis for all processes. */
export function openRobots(options: RobotsOptions): RobotsCache {
  const { redis, fetcher, prefix, userAgentToken, now = Date.now } = options;
  const ages: RobotsAges = {
    ttlMs: options.ttlMs ?? DAY_MS,
    retryMs: options.retryMs ?? 10 * 60 * 1_000,
    giveUpMs: 30 * DAY_MS,
  };
  const keyOf = (address: string) => `{${prefix}:robots:${encodeURIComponent(originOf(address))}}`;

  const recent = new Map<string, { readonly record: RobotsRecord; readonly until: number }>();

  async function read(address: string): Promise<RobotsRecord | null> {
    const text = await redis.get(keyOf(address));
    return text === null ? null : (JSON.parse(text) as RobotsRecord);
  }

  /** What was read a moment ago still holds: the pages of a host come in company. */
  async function readRecent(address: string): Promise<RobotsRecord | null> {
    const key = keyOf(address);
    const known = recent.get(key);
    if (known && known.until > now()) return known.record;
    recent.delete(key);
    const record = await read(address);
    if (record === null || record.freshUntil <= now()) return record;
    recent.set(key, { record, until: Math.min(now() + RECENT_MS, record.freshUntil) });
    const oldest = recent.keys().next().value;
    if (recent.size > MOST_RECENT && oldest !== undefined) recent.delete(oldest);
    return record;
  }

  return {
    async allowed(address) {
      const record = await readRecent(address);
      return record === null || record.freshUntil <= now()
        ? 'unknown'
        : verdict(record, address, now());
    },

    async refresh(address, request = {}) {
      const previous = await read(address);
      if (previous && previous.freshUntil > now()) return {};
      const outcome = await fetcher
        .get(`${originOf(address)}/robots.txt`, {
          ...request,
          accept: 'text/plain,*/*;q=0.5',
          maxBytes: MAX_BYTES,
        })
        .catch(codeOf);
      const record = recordFrom(outcome, previous, userAgentToken, ages, now());
      // Kept past its freshness: while the server is down the last good copy still counts.
      await redis.set(keyOf(address), JSON.stringify(record), 'PX', ages.giveUpMs + DAY_MS);
      const asked = typeof outcome === 'string' ? undefined : askedToWait(outcome);
      return asked === undefined ? {} : { retryAfterMs: asked };
    },

    async sitemaps(address) {
      return (await read(address))?.sitemaps ?? [];
    },
  };
}

function verdict(record: RobotsRecord, address: string, now: number): RobotsVerdict {
  const { crawlDelayMs } = record.policy;
  const { pathname, search } = new URL(address);
  // RFC 9309 §2.2.2: /robots.txt itself is always allowed.
  if (pathname === '/robots.txt') return { allowed: true, crawlDelayMs };
  if (record.state === 'unreachable')
    return {
      allowed: false,
      crawlDelayMs,
      retryAfterMs: record.freshUntil - now,
      ...(record.cause === null ? {} : { cause: record.cause }),
    };
  const allowed = permits(record.policy, pathname + search);
  return { allowed, crawlDelayMs, ...(allowed ? {} : { holdsMs: record.freshUntil - now }) };
}

function originOf(address: string): string {
  return new URL(address).origin;
}

/** A robots.txt that cannot be had is an answer of its own kind; a refusal of the host itself is not, nor is the caller's. */
function codeOf(error: unknown): FetchErrorCode {
  if (!(error instanceof FetchError)) throw error;
  if (error.code === 'BLOCKED_ADDRESS' && error.hops.length === 0) throw error;
  return error.code;
}
