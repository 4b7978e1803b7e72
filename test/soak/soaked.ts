import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, migrateToLatest, openDb } from '@nashra/db';
import { queues as contracts, type PipelineQueues, way } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { startPostgres, startRedis } from '@nashra/stack';
import { startService } from '@nashra/testkit';

/** Servers and services of a soak, each a process, with settings as they are in production but for the pace of hosts. */
export interface Soaked extends AsyncDisposable {
  readonly db: Db;
  readonly queues: PipelineQueues;
  readonly pids: ReadonlyMap<string, number>;
  readonly redisMb: () => Promise<number>;
}

export async function openSoaked(): Promise<Soaked> {
  await using open = new AsyncDisposableStack();
  const dir = mkdtempSync(join(tmpdir(), 'nashra-soak-'));
  // Postgres never runs as root: its own user has to get in.
  chmodSync(dir, 0o755);
  open.defer(() => rmSync(dir, { recursive: true, force: true }));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres') });
  open.defer(() => postgres.stop());
  const redis = await startRedis({ dataDir: join(dir, 'redis') });
  open.defer(() => redis.stop());
  await migrateToLatest(postgres.url);
  const db = open.use(openDb(postgres.url, { poolSize: 2, name: 'nashra-soak' }));
  const queues = open.use(openQueues(contracts, { redisUrl: redis.url, prefix: 'nashra' }));
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    NASHRA_BLOBS: join(dir, 'blobs'),
    FETCH_ALLOW_PRIVATE: '127.0.0.1',
    HOST_INTERVAL_MS: '200',
    LOG_LEVEL: 'error',
  };
  const pids = new Map<string, number>();
  for (const name of ['scheduler', ...way.map((stage) => stage.name)]) {
    const service = await startService(name, env);
    open.defer(() => service.stop());
    pids.set(name, service.pid);
  }
  const held = open.move();
  return {
    db,
    queues,
    pids,
    redisMb: async () => (await queues.memory()).usedBytes / 2 ** 20,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}
