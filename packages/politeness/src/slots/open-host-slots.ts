import { randomUUID } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import { acquireScript, penalizeScript, renewScript, restampScript } from './scripts.ts';

export interface HostSlotsOptions {
  readonly redis: Redis | Cluster;
  /** Of the keys; a hash tag is put around each host. */
  readonly prefix: string;
  /** Milliseconds since the epoch, for tests; the Redis server's clock by default. */
  readonly now?: () => number;
  /** Longest that `penalize` may block a host; an hour by default. */
  readonly maxPenaltyMs?: number;
}

export interface SlotRequest {
  /** Between the starts of two requests to the host. */
  readonly intervalMs: number;
  /** Requests to the host at the same time. */
  readonly concurrency: number;
  /** A waiting `live` request goes before every `backfill` request of its host. */
  readonly lane: 'live' | 'backfill';
  /** A visit that was redirected, or has read robots.txt first: it waits behind nobody who only begins. */
  readonly isOnTheWay?: boolean;
  /** A lease that nobody releases or renews ends after this, since its holder may have been killed. */
  readonly holdMs: number;
  /** Names the request; the same for every try, so that a repeated one does not stand in its own way. */
  readonly token?: string;
}

export type SlotGrant =
  | { readonly granted: true; readonly token: string }
  | { readonly granted: false; readonly waitMs: number };

/** Interval and concurrency per host that hold across processes. A host is `hostOf(address)`. */
export interface HostSlots {
  acquire(host: string, request: SlotRequest): Promise<SlotGrant>;
  /** Has the next start an interval from now, where a turn was taken some time before its request could go out. */
  restamp(host: string, intervalMs: number): Promise<void>;
  /** Holds for so much longer what is still held. */
  renew(host: string, token: string, holdMs: number): Promise<void>;
  release(host: string, token: string): Promise<void>;
  /** Blocks a host for so long (Retry-After), capped, by the server's clock; gives the milliseconds it is blocked for. */
  penalize(host: string, ms: number): Promise<number>;
}

/** How much later than told a live request may ask again and still be counted as waiting. */
const PATIENCE_MS = 2_000;
/** A crawl-delay beyond this is cut: one page in half a minute is slow enough for anybody. */
export const LONGEST_INTERVAL_MS = 30_000;

export function openHostSlots(options: HostSlotsOptions): HostSlots {
  const { redis, prefix, maxPenaltyMs = 60 * 60 * 1_000 } = options;
  const clock = () => (options.now ? String(options.now()) : '');
  const keysOf = (host: string) => {
    // Braces would end the hash tag early.
    const tag = `{${prefix}:host:${encodeURIComponent(host)}}`;
    return { pace: `${tag}:pace`, leases: `${tag}:leases`, waiting: `${tag}:waiting` };
  };
  return {
    async acquire(host, request) {
      const token = request.token ?? randomUUID();
      const { pace, leases, waiting } = keysOf(host);
      const waitMs = await acquireScript.run(
        redis,
        [pace, leases, waiting],
        [
          clock(),
          Math.ceil(request.intervalMs),
          request.concurrency,
          request.lane,
          Math.ceil(request.holdMs),
          token,
          PATIENCE_MS,
          LONGEST_INTERVAL_MS,
          request.isOnTheWay ? 1 : 0,
        ],
      );
      return waitMs === 0 ? { granted: true, token } : { granted: false, waitMs: Number(waitMs) };
    },

    async restamp(host, intervalMs) {
      const rest = Math.max(intervalMs, LONGEST_INTERVAL_MS);
      await restampScript.run(redis, [keysOf(host).pace], [clock(), Math.ceil(intervalMs), rest]);
    },

    async renew(host, token, holdMs) {
      await renewScript.run(redis, [keysOf(host).leases], [clock(), Math.ceil(holdMs), token]);
    },

    async release(host, token) {
      await redis.zrem(keysOf(host).leases, token);
    },

    async penalize(host, ms) {
      const args = [clock(), Math.ceil(ms), maxPenaltyMs];
      return Number(await penalizeScript.run(redis, [keysOf(host).pace], args));
    },
  };
}
