import { setTimeout as sleep } from 'node:timers/promises';
import { hostOf } from '@nashra/address';
import { WaitError } from '@nashra/errors';
import type { Fetcher, HttpAnswer } from '@nashra/http';
import type { HostSlots, RobotsCache, RobotsVerdict } from '@nashra/politeness';
import type { HostGate } from './host-gate.ts';
import type { Target } from './ports.ts';
import { RobotsDeniedError, RobotsUnreachableError } from './robots-errors.ts';

export interface Pace {
  readonly intervalMs: number;
  readonly concurrency: number;
  /** Longer than any fetch takes. */
  readonly holdMs: number;
}

export interface PoliteGetDeps {
  readonly fetcher: Fetcher;
  readonly robots: RobotsCache;
  readonly slots: HostSlots;
  readonly gate: HostGate;
  readonly pace: Pace;
}

/** A crawl-delay beyond this is cut: one page in half a minute is slow enough for anybody. */
const MAX_CRAWL_DELAY_MS = 30_000;
/** A redirect waits this long for its host's turn; the first request never waits here, its job does. */
const HOP_PATIENCE_MS = 5_000;
const ACCEPT: Readonly<Record<Target['kind'], string>> = {
  article: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  feed: 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5',
  sitemap: 'application/xml,text/xml;q=0.9,*/*;q=0.5',
};

/**
 * GET by the rules of the host: robots.txt obeyed, interval and concurrency kept across processes,
 * on every hop and for robots.txt itself. Throws WaitError when it is not the first host's turn.
 */
export function createPoliteGet(
  deps: PoliteGetDeps,
): (target: Target, signal: AbortSignal) => Promise<HttpAnswer> {
  return async (target, signal) => {
    const visit = new Visit(deps, target, signal);
    const host = hostOf(target.address);
    await deps.gate.enter(host, deps.pace.concurrency);
    try {
      return await deps.fetcher.get(target.address, {
        ...(target.etag === null ? {} : { etag: target.etag }),
        ...(target.lastModified === null ? {} : { lastModified: target.lastModified }),
        accept: ACCEPT[target.kind],
        signal,
        accessOf: target.accessOf,
        onHop: (address) => visit.enter(address),
      });
    } finally {
      await visit.leave();
      deps.gate.leave(host);
    }
  };
}

/** One address's way through its redirects; holds a slot of one host at a time. */
class Visit {
  readonly #deps: PoliteGetDeps;
  readonly #target: Target;
  readonly #signal: AbortSignal;
  #held: { host: string; token: string } | undefined;
  #hops = 0;
  /** Of the robots.txt that is being asked for. */
  #robotsHops = 0;

  constructor(deps: PoliteGetDeps, target: Target, signal: AbortSignal) {
    this.#deps = deps;
    this.#target = target;
    this.#signal = signal;
  }

  async enter(address: string): Promise<void> {
    await this.leave();
    const verdict = await this.#askRobots(address);
    if (verdict.retryAfterMs !== undefined) {
      throw new RobotsUnreachableError(hostOf(address), verdict.cause, verdict.retryAfterMs);
    }
    if (!verdict.allowed) throw new RobotsDeniedError(`robots.txt of ${hostOf(address)} says no`);
    await this.#take(address, verdict.crawlDelayMs);
    this.#hops += 1;
  }

  async leave(): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    if (held) await this.#deps.slots.release(held.host, held.token);
  }

  async #askRobots(address: string): Promise<RobotsVerdict> {
    const { robots } = this.#deps;
    const known = await robots.allowed(address);
    if (known !== 'unknown') return known;
    await this.#take(address, undefined);
    this.#robotsHops = 0;
    // Fetches nothing when another worker had the answer while this one waited.
    const { retryAfterMs } = await robots.refresh(address, {
      signal: this.#signal,
      accessOf: this.#target.accessOf,
      onHop: (hop) => this.#enterRobotsHop(hop),
    });
    if (retryAfterMs !== undefined && this.#held) {
      await this.#deps.slots.penalize(this.#held.host, retryAfterMs);
    }
    await this.leave();
    const fresh = await robots.allowed(address);
    return fresh === 'unknown' ? { allowed: true, crawlDelayMs: undefined } : fresh;
  }

  /** The first request has its slot; those that it is redirected to need theirs. */
  async #enterRobotsHop(address: string): Promise<void> {
    if (this.#robotsHops++ === 0) return;
    await this.leave();
    await this.#take(address, undefined);
  }

  async #take(address: string, crawlDelayMs: number | undefined): Promise<void> {
    const { slots, pace } = this.#deps;
    const host = hostOf(address);
    const until = Date.now() + HOP_PATIENCE_MS;
    for (;;) {
      const grant = await slots.acquire(host, {
        intervalMs: Math.max(pace.intervalMs, Math.min(crawlDelayMs ?? 0, MAX_CRAWL_DELAY_MS)),
        concurrency: pace.concurrency,
        lane: this.#target.lane === 0 ? 'live' : 'backfill',
        holdMs: pace.holdMs,
        token: String(this.#target.addressId),
      });
      if (grant.granted) {
        this.#held = { host, token: grant.token };
        return;
      }
      const patient = this.#hops + this.#robotsHops > 0 && Date.now() + grant.waitMs < until;
      if (!patient) throw new WaitError('HOST_BUSY', grant.waitMs);
      await sleep(grant.waitMs, undefined, { signal: this.#signal });
    }
  }
}
