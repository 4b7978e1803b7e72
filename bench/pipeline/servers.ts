import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, migrateToLatest, openDb } from '@nashra/db';
import { queues as contracts, type PipelineQueues } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { type RunningServer, startPostgres, startRedis } from '@nashra/stack';

/** Servers of a bench's own that count their statements, a migrated database and queues, in a folder that goes with them or is kept. */
export interface Servers extends AsyncDisposable {
  readonly dir: string;
  readonly postgres: RunningServer;
  readonly redis: RunningServer;
  readonly db: Db;
  readonly queues: PipelineQueues;
}

/** The environment by which services and commands find these servers. */
export const serversEnv = ({ dir, postgres, redis }: Servers) => ({
  NASHRA_DATA: dir,
  DATABASE_URL: postgres.url,
  REDIS_URL: redis.url,
  NASHRA_BLOBS: join(dir, 'blobs'),
  LOG_LEVEL: 'warn',
});

export async function openServers(
  more: Readonly<Record<string, string>> = {},
  kept?: string,
): Promise<Servers> {
  await using open = new AsyncDisposableStack();
  const dir = kept ?? mkdtempSync(join(tmpdir(), 'nashra-bench-'));
  mkdirSync(dir, { recursive: true });
  // Postgres never runs as root: its own user has to get in.
  chmodSync(dir, 0o755);
  if (kept === undefined) open.defer(() => rmSync(dir, { recursive: true, force: true }));
  const postgres = await startPostgres({
    dataDir: join(dir, 'postgres'),
    settings: {
      shared_preload_libraries: 'pg_stat_statements',
      'pg_stat_statements.track': 'top',
      ...more,
    },
  });
  open.defer(() => postgres.stop());
  const redis = await startRedis({ dataDir: join(dir, 'redis') });
  open.defer(() => redis.stop());
  await migrateToLatest(postgres.url);
  const db = open.use(openDb(postgres.url, { poolSize: 3, statementTimeoutMs: 3_600_000 }));
  const queues = open.use(openQueues(contracts, { redisUrl: redis.url, prefix: 'nashra' }));
  const held = open.move();
  return { dir, postgres, redis, db, queues, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
