import { quarantine } from '@nashra/ledger';
import { startWorker } from '@nashra/queue';
import { openService } from '@nashra/service';
import { createBatcher } from './batcher.ts';
import { config } from './config.ts';
import { handleIndex } from './handler.ts';
import { writeBatch } from './write-batch.ts';

await using service = await openService('index', config, { poolSize: 4 });
const { db } = service;
const write = createBatcher((ids) => writeBatch(db, ids), {
  rows: config.INDEX_BATCH_ROWS,
  ms: config.INDEX_BATCH_MS,
});

await using _worker = startWorker(
  'index',
  (payload, context) => handleIndex(payload, { write }, context),
  {
    ...service.redis,
    concurrency: config.INDEX_CONCURRENCY,
    log: service.log,
    onReport: service.metrics.report,
    onGiveUp: (job) => quarantine(db, 'index', job),
  },
);

await service.untilStopped();
