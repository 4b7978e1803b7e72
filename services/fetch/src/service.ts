import { hostOf } from '@nashra/address';
import { openBlobs } from '@nashra/blobs';
import { createRenderer, type HttpAnswer } from '@nashra/http';
import { inFlightOf } from '@nashra/ledger';
import { stageOf } from '@nashra/pipeline';
import { createPoliteGet, openHostSlots, openRobots, productToken } from '@nashra/politeness';
import { openRedis } from '@nashra/queue';
import {
  createBatcher,
  createHand,
  keepCarrying,
  type Overrides,
  openService,
  type RunningService,
  startStage,
} from '@nashra/service';
import { accessOf, accessRows } from '@nashra/sources';
import type { Config } from './config.ts';
import { findCarriers } from './find-sources.ts';
import { handleFetch } from './handler.ts';
import { openHostGate } from './host-gate.ts';
import { LONGEST_WAIT_MS } from './judge.ts';
import { openFetcher } from './open-fetcher.ts';
import { politely } from './politely.ts';
import type { FetchDeps } from './ports.ts';
import { keepBytes, noteAway, type Outcome, recordOutcomes } from './record.ts';
import { renderAside } from './render-aside.ts';
import { openSilentHosts } from './silent-hosts.ts';

/** What many fetches ask is asked together, and what came of them is written together; nobody waits long for company. */
const ASK = { rows: 50, ms: 3 } as const;
const TELL = { rows: 50, ms: 40 } as const;
/** Shorter than elsewhere: no page's reading keeps this process from renewing its locks, and a host's whole window waits for them. */
const LOCK_MS = 3_000;

/** Fetches released addresses politely and keeps what they answer. */
export async function createFetch(config: Config, overrides?: Overrides): Promise<RunningService> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('fetch', config, { poolSize: 8 }, overrides));
  const blobs = await openBlobs(config.NASHRA_BLOBS, {
    minFreeBytes: config.FETCH_MIN_FREE_MB * 2 ** 20,
  });
  const fetcher = open.use(openFetcher(config));
  const renderer =
    config.RENDERER_URL &&
    open.use(
      createRenderer({
        address: config.RENDERER_URL.reveal(),
        totalMs: config.FETCH_TOTAL_MS,
        maxBytes: config.FETCH_MAX_BYTES,
        concurrency: config.RENDERER_CONCURRENCY,
      }),
    );
  const { redis } = open.use(openRedis(config.REDIS_URL));
  const prefix = config.NASHRA_PREFIX;
  const slots = openHostSlots({ redis, prefix, maxPenaltyMs: LONGEST_WAIT_MS });
  const userAgentToken = productToken(config.USER_AGENT);
  const gate = openHostGate(config.FETCH_CONCURRENCY / 2);
  const silent = openSilentHosts(Math.ceil(config.FETCH_CONCURRENCY / 2));
  const robots = openRobots({
    redis,
    fetcher,
    prefix,
    userAgentToken,
    retryMs: config.ROBOTS_RETRY_MS,
  });
  const pace = {
    intervalMs: config.HOST_INTERVAL_MS,
    concurrency: config.HOST_CONCURRENCY,
    // What the renderer opens is another request of the same visit.
    holdMs: config.FETCH_TOTAL_MS + 5_000,
  };
  const { takes } = stageOf('fetch');
  const keys = { key: config.NASHRA_SECRET_KEY?.reveal(), variables: config.sourceVariables };
  const hand = createHand();
  const load = createBatcher(async (ids: readonly number[]) => {
    const rows = await inFlightOf(service.db, ids, takes, accessRows);
    return ids.map((id) => {
      const row = rows.get(id);
      return row ? { ...row, accessOf: accessOf(row.more, row, keys) } : null;
    });
  }, ASK);
  const record = createBatcher(
    (outcomes: readonly Outcome[]) => recordOutcomes(service, outcomes, config.PASSING_RETRY_MS),
    { ...TELL, hand },
  );
  // Who asks to be left alone is the host that answered, not the one that led there.
  const keepAway = ({ finalAddress }: HttpAnswer, ms: number) =>
    slots.penalize(hostOf(finalAddress), ms);
  const get = createPoliteGet({ fetcher, robots, slots, pace });
  const deps: FetchDeps = {
    policy: { maxWaits: config.FETCH_MAX_WAITS, maxWaitMs: config.FETCH_MAX_WAIT_MS },
    requireRoom: blobs.requireRoom,
    load,
    get: politely({
      get,
      gate,
      silent,
      concurrency: pace.concurrency,
      maxBytes: config.FETCH_MAX_BYTES,
      aside: (signal) => renderer && renderAside(renderer, service.log, signal),
    }),
    store: async (target, answer) => record(await keepBytes(blobs, target, answer)),
    async finish(target, end) {
      const { reason, waitMs, answer } = end;
      if (reason === 'rate_limited' && waitMs !== undefined && answer) {
        await keepAway(answer, waitMs);
      }
      await record({ target, end });
    },
    // The host's word first: it holds for all others too, whether or not the database can be told.
    async sendAway(target, afterMs, answer) {
      await keepAway(answer, afterMs);
      await noteAway(service.db, target, answer);
    },
  };
  const asking = { get, sitemapsOf: robots.sitemaps, keepAway };
  open.use(keepCarrying(service, findCarriers(asking)));
  open.use(
    startStage(
      service,
      'fetch',
      {
        concurrency: config.FETCH_CONCURRENCY,
        hand,
        backoffMs: config.FETCH_BACKOFF_MS,
        lockMs: LOCK_MS,
        othersGoOn: true,
      },
      (address, context) => handleFetch(address, deps, context),
    ),
  );
  const held = open.move();
  return { port: service.port, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
