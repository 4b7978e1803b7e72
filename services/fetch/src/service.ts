import { openBlobs } from '@nashra/blobs';
import { inFlightOf } from '@nashra/ledger';
import { stageOf } from '@nashra/pipeline';
import { openHostSlots, openRobots } from '@nashra/politeness';
import { openRedis } from '@nashra/queue';
import { type Overrides, openService, type RunningService, startStage } from '@nashra/service';
import type { Config } from './config.ts';
import { handleFetch } from './handler.ts';
import { openFetcher } from './open-fetcher.ts';
import { createPoliteGet } from './polite-get.ts';
import type { FetchDeps } from './ports.ts';
import { finishFetch, noteAway, storeAnswer } from './record.ts';

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
  const robots = openRobots({ redis, fetcher, prefix, userAgentToken });
  const pace = {
    intervalMs: config.HOST_INTERVAL_MS,
    concurrency: config.HOST_CONCURRENCY,
    holdMs: config.FETCH_TOTAL_MS + 5_000,
  };
  const deps: FetchDeps = {
    policy: { maxWaits: config.FETCH_MAX_WAITS, maxWaitMs: config.FETCH_MAX_WAIT_MS },
    async load(addressId) {
      const rows = await inFlightOf(service.db, [addressId], stageOf('fetch').takes);
      return rows.get(addressId) ?? null;
    },
    get: createPoliteGet({ fetcher, robots, slots, pace }),
    store: (target, answer) => storeAnswer(service, blobs, target, answer),
    finish: (target, end) => finishFetch(service, target, end),
    async sendAway(target, afterMs, answer) {
      await noteAway(service.db, target, answer);
      await slots.penalize(target.host, Date.now() + afterMs);
    },
  };
  open.use(
    startStage(service, 'fetch', config.FETCH_CONCURRENCY, (reference, context) =>
      handleFetch(reference, deps, context),
    ),
  );
  const held = open.move();
  return { port: service.port, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
