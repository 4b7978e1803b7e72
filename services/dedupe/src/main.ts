import { quarantine } from '@nashra/ledger';
import { startWorker } from '@nashra/queue';
import { openService } from '@nashra/service';
import { config } from './config.ts';
import { handleDedupe } from './handler.ts';
import { loadSubject } from './load-subject.ts';
import { recognise } from './recognise.ts';

await using service = await openService('dedupe', config, {
  poolSize: config.DEDUPE_CONCURRENCY + 1,
});
const { db, queues } = service;

await using _worker = startWorker(
  'dedupe',
  (payload, context) =>
    handleDedupe(
      payload,
      {
        load: (addressId) => loadSubject(db, addressId),
        recognise: (subject, keys) =>
          recognise(db, subject, keys, config.TITLE_WINDOW_HOURS * 3_600_000),
        pushIndex: (index) => queues.push('index', index),
      },
      context,
    ),
  {
    ...service.redis,
    concurrency: config.DEDUPE_CONCURRENCY,
    log: service.log,
    onReport: service.metrics.report,
    onGiveUp: (job) => quarantine(db, 'dedupe', job),
  },
);

await service.untilStopped();
