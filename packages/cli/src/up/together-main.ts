/**
 * All services as one process, for small machines: they share one pool of connections and one log. Started by `nashra
 * up --together`, which restarts it as it would each of them.
 */
import { openDb } from '@nashra/db';
import { readEnv } from '@nashra/env';
import { createLogger } from '@nashra/log';
import { queues as contracts } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { runService, serviceEnv } from '@nashra/service';
import { loadService } from '@nashra/stack';
import { SERVICES, type ServiceName } from './services.ts';

const POOL_SIZE = 12;

await runService(startAll);

async function startAll(): Promise<AsyncDisposable> {
  const { env } = process;
  const ports: Partial<Record<ServiceName, number>> = JSON.parse(env['NASHRA_PORTS'] ?? '{}');
  const config = readEnv(serviceEnv, env);
  await using open = new AsyncDisposableStack();
  const log = createLogger('together', config.LOG_LEVEL);
  const onError = (err: Error): void => log.warn({ err }, 'idle database connection failed');
  const { DATABASE_URL, REDIS_URL: redisUrl, NASHRA_PREFIX: prefix } = config;
  const options = {
    poolSize: POOL_SIZE,
    name: 'nashra-together',
    as: 'nashra_app',
    onError,
  } as const;
  const db = open.use(openDb(DATABASE_URL, options));
  const queues = open.use(openQueues(contracts, { redisUrl, prefix }));
  for (const name of SERVICES) {
    const start = await loadService(name);
    open.use(await start({ ...env, PORT: String(ports[name] ?? 0) }, { db, queues, log }));
  }
  const held = open.move();
  return { [Symbol.asyncDispose]: () => held.disposeAsync() };
}
