import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { hostOf } from '@nashra/address';
import { WaitError } from '@nashra/errors';
import type { Fetcher, GetOptions, HttpAnswer } from '@nashra/http';
import type { RobotsCache, RobotsVerdict } from './robots/open-robots.ts';
import { RobotsDeniedError, RobotsUnreachableError } from './robots/robots-errors.ts';
import { type HostSlots, LONGEST_INTERVAL_MS } from './slots/open-host-slots.ts';

export interface Pace {
  readonly intervalMs: number;
  readonly concurrency: number;
  /** Longer than any visit takes. */
  readonly holdMs: number;
}

export interface PoliteGetDeps {
  readonly fetcher: Pick<Fetcher, 'get'>;
  readonly robots: RobotsCache;
  readonly slots: HostSlots;
  readonly pace: Pace;
}

export interface PoliteRequest
  extends Pick<GetOptions, 'etag' | 'lastModified' | 'accept' | 'accessOf' | 'maxBytes'> {
  readonly address: string;
  readonly lane: 'live' | 'backfill';
  /** Names the visit; the same for every try of it. */
  readonly token?: string;
  /** How long the first request waits for its host's turn; 0 by default: who has a queue goes back to it. */
  readonly patienceMs?: number;
}

/**
 * What else is done within a visit, with its answer at hand: who sends the host a further request, by whatever way, enters
 * first.
 */
export type Aside = (
  answer: HttpAnswer,
  enter: (address: string) => Promise<void>,
) => Promise<HttpAnswer>;

export type PoliteGet = (
  request: PoliteRequest,
  signal: AbortSignal,
  aside?: Aside,
) => Promise<HttpAnswer>;

/** A redirect waits this long for its host's turn, and where its host rests longer so many rests. */
const HOP_PATIENCE_MS = 5_000;
const HOP_RESTS = 2;
/** What a process that was killed held of its hosts is theirs again after this; who lives renews it in time. */
const LEASE_MS = 8_000;
const RENEW_MS = 2_000;
/** A request that goes out later than this after its turn was taken is what the interval is counted from. */
const LATE_MS = 20;

/**
 * GET by the rules of the host: robots.txt obeyed, interval and concurrency kept across processes, on every hop and for
 * robots.txt itself. A host that asks to be left alone is, by whoever asks the next time.
 *
 * @throws WaitError when it is not the first host's turn, RobotsDeniedError, RobotsUnreachableError, FetchError
 */
export function createPoliteGet(deps: PoliteGetDeps): PoliteGet {
  return async (request, signal, aside) => {
    const { address, etag, lastModified, accept, accessOf, maxBytes } = request;
    const visit = new Visit(deps, request, signal);
    const enter = (hop: string) => visit.enter(hop);
    try {
      const onSent = () => visit.sent();
      const how = { accessOf, signal, followPages: true, onHop: enter, onSent };
      const answer = await deps.fetcher.get(address, {
        ...{ etag, lastModified, ...how },
        ...(accept ? { accept } : {}),
        ...(maxBytes === undefined ? {} : { maxBytes }),
      });
      return aside ? await aside(answer, enter) : answer;
    } finally {
      await visit.leave();
    }
  };
}

/** A turn of a host that was taken. */
interface Held {
  readonly host: string;
  readonly token: string;
  readonly intervalMs: number;
  readonly since: number;
  readonly renewing: NodeJS.Timeout;
}

/** One address's way through its redirects; holds a slot of one host at a time. */
class Visit {
  readonly #deps: PoliteGetDeps;
  readonly #request: PoliteRequest;
  readonly #signal: AbortSignal;
  readonly #token: string;
  #held: Held | undefined;
  #hops = 0;
  /** Of the robots.txt that is being asked for. */
  #robotsHops = 0;

  constructor(deps: PoliteGetDeps, request: PoliteRequest, signal: AbortSignal) {
    this.#deps = deps;
    this.#request = request;
    this.#signal = signal;
    this.#token = request.token ?? randomUUID();
  }

  async enter(address: string): Promise<void> {
    await this.leave();
    const verdict = await this.#askRobots(address);
    if (verdict.retryAfterMs !== undefined) {
      throw new RobotsUnreachableError(hostOf(address), verdict.cause, verdict.retryAfterMs);
    }
    if (!verdict.allowed) {
      throw new RobotsDeniedError(`robots.txt of ${hostOf(address)} says no`, verdict.holdsMs);
    }
    await this.#take(address, verdict.crawlDelayMs);
    this.#hops += 1;
  }

  /** The request has gone out: names were looked up and a connection opened since its turn was taken. */
  sent(): void {
    const { held, slots } = { held: this.#held, slots: this.#deps.slots };
    if (!held || performance.now() - held.since < LATE_MS) return;
    slots.restamp(held.host, held.intervalMs).catch(() => {});
  }

  async leave(): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    clearInterval(held?.renewing);
    if (held) await this.#deps.slots.release(held.host, held.token);
  }

  /** Costs nothing for a visit that is over before. */
  #keepRenewing(host: string, token: string): NodeJS.Timeout {
    const { slots, pace } = this.#deps;
    const until = performance.now() + pace.holdMs;
    const renew = () => {
      const leftMs = until - performance.now();
      if (leftMs > 0) slots.renew(host, token, Math.min(leftMs, LEASE_MS)).catch(() => {});
    };
    return setInterval(renew, RENEW_MS).unref();
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
      accessOf: this.#request.accessOf,
      onHop: (hop) => this.#enterRobotsHop(hop),
      onSent: () => this.sent(),
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
    const isOnTheWay = this.#hops + this.#robotsHops > 0;
    const { lane, patienceMs = 0 } = this.#request;
    const intervalMs = Math.max(pace.intervalMs, Math.min(crawlDelayMs ?? 0, LONGEST_INTERVAL_MS));
    const hopMs = isOnTheWay ? Math.max(HOP_PATIENCE_MS, HOP_RESTS * intervalMs) : 0;
    const until = Date.now() + Math.max(patienceMs, hopMs);
    for (;;) {
      const since = performance.now();
      const grant = await slots.acquire(host, {
        intervalMs,
        concurrency: pace.concurrency,
        lane,
        isOnTheWay,
        holdMs: Math.min(pace.holdMs, LEASE_MS),
        token: this.#token,
      });
      if (grant.granted) {
        const { token } = grant;
        const renewing = this.#keepRenewing(host, token);
        this.#held = { host, token, intervalMs, since, renewing };
        return;
      }
      if (Date.now() + grant.waitMs >= until) throw new WaitError('HOST_BUSY', grant.waitMs);
      await sleep(grant.waitMs, undefined, { signal: this.#signal });
    }
  }
}
