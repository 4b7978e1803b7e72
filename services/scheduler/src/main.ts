import { openFileBlobs } from '@nashra/blobs';
import { reconcile, release, releaseOptions } from '@nashra/ledger';
import { startWorker } from '@nashra/queue';
import { openService } from '@nashra/service';
import { createCadence } from './cadence.ts';
import { claimDueFeeds } from './claim-due-feeds.ts';
import { config } from './config.ts';
import { handleTick } from './handler.ts';
import { keepTicking } from './keep-ticking.ts';
import { createSweep } from './sweep.ts';

await using service = await openService('scheduler', config, { poolSize: 4 });
const { db, queues, log } = service;
const deps = {
  claimDueFeeds: () => claimDueFeeds(db),
  release: () => release(db, queues, releaseOptions(config)),
  reconcile: () =>
    reconcile(db, queues, {
      intervalMs: config.HOST_INTERVAL_MS,
      graceMs: config.RECONCILE_GRACE_MS,
      limit: 50_000,
      maxRescues: 20,
    }),
  sweep: createSweep(db, await openFileBlobs(config.NASHRA_BLOBS), {
    fetchLogDays: config.FETCH_LOG_DAYS,
    orphanBlobHours: config.ORPHAN_BLOB_HOURS,
  }),
  due: createCadence({ reconcile: config.RECONCILE_MS, sweep: config.SWEEP_MS }),
};

await using _worker = startWorker('tick', (_, context) => handleTick(deps, context), {
  ...service.redis,
  concurrency: 1,
  log,
  onReport: service.metrics.report,
});
await using _clock = keepTicking(queues, config.TICK_MS, log);

await service.untilStopped();
