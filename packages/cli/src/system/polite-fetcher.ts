import { hostOf } from '@nashra/address';
import { USER_AGENT } from '@nashra/env';
import { WaitError } from '@nashra/errors';
import { type AccessOf, createFetcher, type HttpAnswer, optionsOf } from '@nashra/http';
import {
  createPoliteGet,
  localSlots,
  localStore,
  openHostSlots,
  openRobots,
  type PoliteGet,
  productToken,
  RobotsDeniedError,
  RobotsUnreachableError,
} from '@nashra/politeness';
import { openRedis } from '@nashra/queue';
import { CliError } from '../cli-error.ts';
import { findSystem } from './find-system.ts';
import { setting } from './setting.ts';

/** A person waits so long for a host's turn. */
const PATIENCE_MS = 60_000;
const TOTAL_MS = 30_000;
const LONGEST_PENALTY_MS = 7 * 24 * 3_600_000;

/** Asks for documents as the services do: at their hosts' pace, which is shared with a system that runs, and by robots.txt. */
export interface PoliteFetcher extends AsyncDisposable {
  get(address: string, accessOf?: AccessOf): Promise<HttpAnswer>;
  /** What robots.txt of an address that was asked for names. */
  sitemapsOf(address: string): Promise<readonly string[]>;
}

/** Beside a running system, or alone with the pace of its own. */
export function openPoliteFetcher(): PoliteFetcher {
  const open = new AsyncDisposableStack();
  const userAgent = setting('USER_AGENT') ?? USER_AGENT;
  const fetcher = open.use(
    createFetcher(
      optionsOf({
        USER_AGENT: userAgent,
        FETCH_ALLOW_PRIVATE: setting('FETCH_ALLOW_PRIVATE') ?? '',
        NASHRA_CONNECT_TO: setting('NASHRA_CONNECT_TO') ?? '',
        FETCH_CA_FILE: setting('FETCH_CA_FILE'),
      }),
    ),
  );
  const system = findSystem();
  const redis = system?.redisUrl ? open.use(openRedis(system.redisUrl)).redis : undefined;
  const prefix = system?.prefix ?? 'nashra';
  const slots = redis
    ? openHostSlots({ redis, prefix, maxPenaltyMs: LONGEST_PENALTY_MS })
    : localSlots();
  const robots = openRobots({
    redis: redis ?? localStore(),
    fetcher,
    prefix,
    userAgentToken: productToken(userAgent),
    retryMs: number('ROBOTS_RETRY_MS', 600_000),
  });
  const pace = {
    intervalMs: number('HOST_INTERVAL_MS', 1_000),
    concurrency: number('HOST_CONCURRENCY', 2),
    holdMs: TOTAL_MS + 5_000,
  };
  const get = createPoliteGet({ fetcher, robots, slots, pace });
  return {
    async get(address, accessOf) {
      const answer = await ask(get, address, accessOf);
      const { status, retryAfterMs, finalAddress } = answer;
      if ((status === 429 || status === 503) && retryAfterMs !== undefined) {
        await slots.penalize(hostOf(finalAddress), retryAfterMs);
      }
      return answer;
    },
    sitemapsOf: (address) => robots.sitemaps(address),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

async function ask(get: PoliteGet, address: string, accessOf?: AccessOf): Promise<HttpAnswer> {
  try {
    const request = { address, lane: 'live', patienceMs: PATIENCE_MS, accessOf } as const;
    return await get(request, new AbortController().signal);
  } catch (error) {
    if (error instanceof RobotsDeniedError || error instanceof RobotsUnreachableError) {
      throw new CliError(`${error.message}; nothing of it is read.`);
    }
    if (error instanceof WaitError) {
      const seconds = Math.ceil(error.retry.afterMs / 1_000);
      throw new CliError(`The host of ${address} asks to be left alone for ${seconds} s.`);
    }
    throw error;
  }
}

function number(name: string, initial: number): number {
  const value = Number(setting(name) ?? initial);
  return Number.isFinite(value) && value >= 0 ? value : initial;
}
