import { openBlobs } from '@nashra/blobs';
import {
  lookAgain,
  operatorsCarriers,
  pollDue,
  queues,
  type Reconciled,
  reconcile,
  release,
  releaseOptions,
} from '@nashra/pipeline';
import { startWorker } from '@nashra/queue';
import { keepCarrying, type Overrides, openService, type RunningService } from '@nashra/service';
import { adoptMoves } from '@nashra/sources';
import type { Config } from './config.ts';
import { handleTick } from './handler.ts';
import { keepStepping } from './keep-stepping.ts';
import { keepTicking } from './keep-ticking.ts';
import { keepHouse } from './maintenance/keep-house.ts';
import { tasksOf } from './maintenance/tasks.ts';
import type { TickDeps } from './ports.ts';

/** Feeds made due in one tick at the most: a start after a long pause spreads by itself. */
const FEEDS_PER_TICK = 2_000;
/** Addresses looked at again in one tick at the most, and feeds that move. */
const LOOKS_PER_TICK = 500;
const MOVES_PER_TICK = 20;
const RECONCILE = { limit: 50_000, maxRescues: 20 } as const;
/** Of the scheduler's time; a pass over very many that all are well is not to keep the database from them. */
const RECONCILE_SHARE = 0.1;
const MAX_RECONCILE_MS = 60_000;

/** Gives work to the others: due feeds, places in the fetch queue, lost addresses; and keeps the house clean. */
export async function createScheduler(
  config: Config,
  overrides?: Overrides,
): Promise<RunningService> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('scheduler', config, { poolSize: 5 }, overrides));
  const { db, log } = service;
  const options = releaseOptions(config);
  const { UNCONDITIONAL_MS: believedMs, PASSING_RETRY_MS: againMs } = config;
  let reconcileAt = Number.NEGATIVE_INFINITY;
  const deps: TickDeps = {
    pollDue: () => pollDue(service, { limit: FEEDS_PER_TICK, aheadMs: config.TICK_MS, believedMs }),
    lookAgain: () => lookAgain(service, { limit: LOOKS_PER_TICK, believedMs, againMs }),
    adoptMoves: () => adoptMoves(db, { learnMs: config.REDIRECT_LEARN_MS, limit: MOVES_PER_TICK }),
    release: () => release(service, options),
    async reconcile(): Promise<Reconciled | null> {
      const began = performance.now();
      if (began < reconcileAt) return null;
      const { HOST_INTERVAL_MS: intervalMs, RECONCILE_GRACE_MS: graceMs, RECONCILE_MS } = config;
      reconcileAt = began + RECONCILE_MS;
      const reconciled = await reconcile(service, { ...RECONCILE, intervalMs, graceMs });
      const restMs = Math.min((performance.now() - began) / RECONCILE_SHARE, MAX_RECONCILE_MS);
      reconcileAt = Math.max(reconcileAt, began + restMs);
      return reconciled;
    },
  };
  const worker = {
    ...service.redis,
    concurrency: 1,
    log,
    weather: service.weather,
    now: () => service.queues.now(),
    onReport: service.metrics.report,
  };
  open.use(startWorker(queues.tick, (_, context) => handleTick(deps, context), worker));
  // Apart from the tick, so that what was just seen never stands behind a reconciliation.
  open.use(
    startWorker(
      queues.release,
      async ({ hosts }) =>
        (await release(service, { ...options, hosts })) > 0 ? 'worked' : 'idle',
      worker,
    ),
  );
  open.use(keepTicking(service.queues, config.TICK_MS, log));
  open.use(keepStepping(service, log));
  open.use(keepCarrying(service, operatorsCarriers(service)));
  open.use(
    keepHouse(db, tasksOf(config, await openBlobs(config.NASHRA_BLOBS), service.queues), log),
  );
  const held = open.move();
  return { port: service.port, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
