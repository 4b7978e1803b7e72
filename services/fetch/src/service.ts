import { openBlobs } from '@nashra/blobs';
import { inFlightOf } from '@nashra/ledger';
import { stageOf } from '@nashra/pipeline';
import { openHostSlots, openRobots } from '@nashra/politeness';
import { openRedis } from '@nashra/queue';
import {
  createBatcher,
  createHand,
  type Overrides,
  openService,
  type RunningService,
  startStage,
} from '@nashra/service';
import type { Config } from './config.ts';
import { handleFetch } from './handler.ts';
import { openHostGate } from './host-gate.ts';
import { openFetcher } from './open-fetcher.ts';
import { createPoliteGet } from './polite-get.ts';
import type { FetchDeps } from './ports.ts';
import { keepBytes, noteAway, type Outcome, recordOutcomes } from './record.ts';

/** What many fetches ask is asked together, and what came of them is written together; nobody waits long for company. */
const ASK = { rows: 50, ms: 3 } as const;
const TELL = { rows: 50, ms: 40 } as const;

/** Fetches released addresses politely and keeps what they answer. */
export async function createFetch(config: Config, overrides?: Overrides): Promise<RunningService> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('fetch', config, { poolSize: 8 }, overrides));
  const blobs = await openBlobs(config.NASHRA_BLOBS);
  const fetcher = open.use(openFetcher(config));
  const { redis } = open.use(openRedis(config.REDIS_URL));
  const prefix = config.NASHRA_PREFIX;
  const slots = openHostSlots({ redis, prefix });
  const userAgentToken = config.USER_AGENT.match(/^[A-Za-z_-]+/)?.[0] ?? 'Nashra';
  const gate = openHostGate(config.FETCH_CONCURRENCY / 2);
  const robots = openRobots({ redis, fetcher, prefix, userAgentToken });
  const pace = {
    intervalMs: config.HOST_INTERVAL_MS,
    concurrency: config.HOST_CONCURRENCY,
    holdMs: config.FETCH_TOTAL_MS + 5_000,
  };
  const { takes } = stageOf('fetch');
  const hand = createHand();
  const load = createBatcher(async (ids: readonly number[]) => {
    const rows = await inFlightOf(service.db, ids, takes);
    return ids.map((id) => rows.get(id) ?? null);
  }, ASK);
  const record = createBatcher(
    (outcomes: readonly Outcome[]) => recordOutcomes(service, outcomes),
    { ...TELL, hand },
  );
  const deps: FetchDeps = {
    policy: { maxWaits: config.FETCH_MAX_WAITS, maxWaitMs: config.FETCH_MAX_WAIT_MS },
    load,
    get: createPoliteGet({ fetcher, robots, slots, gate, pace }),
    store: async (target, answer) => record(await keepBytes(blobs, target, answer)),
    async finish(target, end) {
      await record({ target, end });
    },
    async sendAway(target, afterMs, answer) {
      await noteAway(service.db, target, answer);
      await slots.penalize(target.host, Date.now() + afterMs);
    },
  };
  open.use(
    startStage(
      service,
      'fetch',
      { concurrency: config.FETCH_CONCURRENCY, hand },
      (address, context) => handleFetch(address, deps, context),
    ),
  );
  const held = open.move();
  return { port: service.port, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
