import { readFileSync } from 'node:fs';
import { openFileBlobs } from '@nashra/blobs';
import { connectTo, createFetcher } from '@nashra/http';
import { quarantine } from '@nashra/ledger';
import { openHostSlots, openRobots } from '@nashra/politeness';
import { openRedis, startWorker } from '@nashra/queue';
import { openService } from '@nashra/service';
import { config } from './config.ts';
import { type FetchDeps, handleFetch } from './handler.ts';
import { loadTarget } from './load-target.ts';
import { createPoliteGet } from './polite-get.ts';
import { finishFetch, noteSentAway, storeAnswer } from './record.ts';

await using service = await openService('fetch', config, { poolSize: 8 });
const { db, queues } = service;
const blobs = await openFileBlobs(config.NASHRA_BLOBS);
const allow = config.FETCH_ALLOW_PRIVATE.split(',').filter(Boolean);
await using fetcher = createFetcher({
  userAgent: config.USER_AGENT,
  allowPrivate: allow.includes('*') ? true : allow,
  limits: { totalMs: config.FETCH_TOTAL_MS, maxBytes: config.FETCH_MAX_BYTES },
  ...(config.NASHRA_CONNECT_TO ? { resolve: connectTo(config.NASHRA_CONNECT_TO) } : {}),
  ...(config.FETCH_CA_FILE ? { ca: readFileSync(config.FETCH_CA_FILE, 'utf8') } : {}),
});
await using connection = openRedis(config.REDIS_URL);
const { redis } = connection;
const slots = openHostSlots({ redis, prefix: config.NASHRA_PREFIX });
const userAgentToken = config.USER_AGENT.match(/^[A-Za-z_-]+/)?.[0] ?? 'Nashra';
const robots = openRobots({ redis, fetcher, prefix: config.NASHRA_PREFIX, userAgentToken });

const deps: FetchDeps = {
  policy: { maxWaits: config.FETCH_MAX_WAITS, maxWaitMs: config.FETCH_MAX_WAIT_MS },
  load: (addressId) => loadTarget(db, addressId),
  get: createPoliteGet({
    fetcher,
    robots,
    slots,
    pace: {
      intervalMs: config.HOST_INTERVAL_MS,
      concurrency: config.HOST_CONCURRENCY,
      holdMs: config.FETCH_TOTAL_MS + 5_000,
    },
  }),
  store: (target, answer) => storeAnswer(db, blobs, target, answer),
  finish: (target, end) => finishFetch(db, target, end),
  async sendAway(target, afterMs, answer) {
    await noteSentAway(db, target, answer);
    await slots.penalize(target.host, Date.now() + afterMs);
  },
  pushParse: (payload) => queues.push('parse', payload),
};

await using _worker = startWorker(
  'fetch',
  (payload, context) => handleFetch(payload, deps, context),
  {
    ...service.redis,
    concurrency: config.FETCH_CONCURRENCY,
    log: service.log,
    onReport: service.metrics.report,
    onGiveUp: (job) => quarantine(db, 'fetch', job),
  },
);

await service.untilStopped();
