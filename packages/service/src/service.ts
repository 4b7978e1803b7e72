import { once } from 'node:events';
import { type Db, openDb } from '@nashra/db';
import { createLogger, type Logger } from '@nashra/log';
import { openQueues, type Queues } from '@nashra/queue';
import { sql } from 'kysely';
import { startHealthServer } from './health-server.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { ServiceConfig } from './service-env.ts';

/** What every service holds: the database, the queues, a logger, metrics and its health port. */
export interface Service extends AsyncDisposable {
  readonly log: Logger;
  readonly db: Db;
  readonly queues: Queues;
  readonly metrics: Metrics;
  /** Redis as the queue package wants it. */
  readonly redis: { readonly redisUrl: string; readonly prefix: string };
  /** Resolves when SIGTERM or SIGINT has come. */
  untilStopped(): Promise<void>;
}

/** Opens all that; disposing closes it in reverse order, and the process ends by itself. */
export async function openService(
  name: string,
  config: ServiceConfig,
  { poolSize }: { poolSize: number },
): Promise<Service> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

  await using open = new AsyncDisposableStack();
  const log = createLogger(name, config.LOG_LEVEL);
  const onError = (err: Error): void => log.warn({ err }, 'idle database connection failed');
  const db = open.use(openDb(config.DATABASE_URL, { poolSize, name: `nashra-${name}`, onError }));
  const redis = { redisUrl: config.REDIS_URL, prefix: config.NASHRA_PREFIX };
  const queues = open.use(openQueues(redis));
  const metrics = createMetrics(name);
  const health = open.use(
    await startHealthServer({
      host: config.HOST,
      port: config.PORT,
      metrics: () => metrics.text(),
      ready: async () => {
        await Promise.all([sql`select 1`.execute(db), queues.ping()]);
      },
    }),
  );
  log.info({ node: process.version, port: health.port }, 'running');

  const held = open.move();
  return {
    log,
    db,
    queues,
    metrics,
    redis,
    async untilStopped() {
      if (!stop.signal.aborted) await once(stop.signal, 'abort');
      log.info('stopping');
    },
    async [Symbol.asyncDispose]() {
      await held.disposeAsync();
      endSoon();
    },
  };
}

const LEFTOVER_MS = 2_000;

/**
 * A stopped service ends by itself as soon as nothing is open. BullMQ keeps a timer for ever when it
 * never reached Redis; then, and only then, this ends the process.
 */
function endSoon(): void {
  setTimeout(() => process.exit(), LEFTOVER_MS).unref();
}
