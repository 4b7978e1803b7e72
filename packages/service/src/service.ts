import { type Db, openDb, type Role } from '@nashra/db';
import type { Secret } from '@nashra/env';
import { environmentFault } from '@nashra/errors';
import { createLogger, type Logger } from '@nashra/log';
import {
  canWrite,
  queues as contracts,
  type PipelineQueues,
  type QueueName,
} from '@nashra/pipeline';
import { brokenRedis, createWeather, openQueues, type Weather } from '@nashra/queue';
import { NotReadyError, startHealthServer, withinSight } from './health-server.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import type { ServiceConfig } from './service-env.ts';
import type { Tracer } from './tracing/tracer.ts';
import { queuesOf, watchFlow } from './watch-flow.ts';

/** What every service holds: the database, the queues, a logger, metrics and its health port. */
export interface Service extends AsyncDisposable {
  readonly log: Logger;
  readonly db: Db;
  readonly queues: PipelineQueues;
  readonly metrics: Metrics;
  /** Redis as the queue package wants it. */
  readonly redis: { readonly redisUrl: Secret; readonly prefix: string };
  /** What stands in the way of all work of this process. */
  readonly weather: Weather;
  /** Where flights are traced; none where nobody asked for it. */
  readonly tracer: Tracer | null;
  /** Throws when the service cannot do its work, with what is wrong. */
  ready(): Promise<void>;
  /** Of /healthz, /readyz and /metrics. */
  readonly port: number;
}

/** What several services of one process share, and what a test brings; whoever brings it closes it. */
export interface Overrides {
  readonly db?: Db;
  readonly queues?: PipelineQueues;
  readonly log?: Logger;
}

/** A service that runs: disposing it stops it, its work handed back or done. */
export interface RunningService extends AsyncDisposable {
  readonly port: number;
}

/** What services ask takes milliseconds: who is silent for longer is not there. */
const STATEMENT_MS = 8_000;

/** Opens all that; disposing closes in reverse order what was opened here. */
export async function openService(
  name: string,
  config: ServiceConfig,
  { poolSize, as = 'nashra_app' }: { readonly poolSize: number; readonly as?: Role },
  overrides: Overrides = {},
): Promise<Service> {
  await using open = new AsyncDisposableStack();
  const log = overrides.log?.child({ service: name }) ?? createLogger(name, config.LOG_LEVEL);
  const weather = createWeather();
  const onError = (err: Error): void => {
    log.warn({ err }, 'idle database connection failed');
    const broken = environmentFault(err)?.what;
    if (broken) weather.gust(broken);
  };
  const db =
    overrides.db ??
    open.use(
      openDb(config.DATABASE_URL, {
        poolSize,
        statementTimeoutMs: STATEMENT_MS,
        name: `nashra-${name}`,
        as,
        onError,
      }),
    );
  const redis = { redisUrl: config.REDIS_URL, prefix: config.NASHRA_PREFIX };
  const onBroken = (err: Error): void => {
    const broken = brokenRedis(err);
    if (broken) weather.gust(broken);
  };
  const queues =
    overrides.queues ?? open.use(openQueues(contracts, { ...redis, onError: onBroken }));
  const metrics = createMetrics(name);
  const names = queuesOf(name, Object.keys(contracts) as QueueName[]);
  const { registry } = metrics;
  const flow = open.use(watchFlow({ service: name, names, queues, weather, log, registry }));
  // However many ask, each server is asked once at a time: who is silent must not take all connections.
  const postgres = oneAtATime(() => canWrite(db));
  const redisThere = oneAtATime(() => queues.ping());
  const ready = async () => {
    // What the servers say now, before what somebody met a while ago.
    await Promise.all([withinSight('postgres', postgres()), withinSight('redis', redisThere())]);
    const { fault } = weather;
    if (fault) throw new NotReadyError(`${fault.what}, since ${fault.since.toISOString()}`);
    const trouble = flow.trouble();
    if (trouble) throw new NotReadyError(trouble);
  };
  const health = open.use(
    await startHealthServer({
      host: config.HOST,
      port: config.PORT,
      metrics: () => metrics.text(),
      ready,
      burden: () => flow.burden(),
    }),
  );
  const tracer = await tracerOf(name, config, db, log);
  if (tracer) open.use(tracer);
  const { port } = health;
  log.info({ node: process.version, port }, 'running');
  const held = open.move();
  return {
    log,
    db,
    queues,
    metrics,
    redis,
    weather,
    tracer,
    ready,
    port,
    async [Symbol.asyncDispose]() {
      log.info('stopping');
      await held.disposeAsync();
    },
  };
}

/** Who comes while it is being asked shares the answer. */
function oneAtATime(ask: () => Promise<void>): () => Promise<void> {
  let asking: Promise<void> | null = null;
  return () => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
}

/** Loaded only where somebody asks for it. */
async function tracerOf(
  name: string,
  config: ServiceConfig,
  db: Db,
  log: Logger,
): Promise<Tracer | null> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share = 1 } = config;
  if (endpoint === undefined) return null;
  const { openTracer } = await import('./tracing/tracer.ts');
  const asked = { OTEL_EXPORTER_OTLP_HEADERS: config.OTEL_EXPORTER_OTLP_HEADERS };
  return openTracer(
    name,
    { ...asked, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share },
    db,
    log,
  );
}
