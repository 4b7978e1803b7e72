import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, migrateToLatest, openDb } from '@nashra/db';
import { queues as contracts, type PipelineQueues } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { type RunningServer, startPostgres, startRedis } from '@nashra/stack';
import { sql } from 'kysely';
import { BENCH_FOLDER, loadSamples } from './pages.ts';

/** Servers and pages that all who are measured share. */
export interface Ground extends AsyncDisposable {
  readonly dir: string;
  readonly db: Db;
  readonly queues: PipelineQueues;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly postgres: RunningServer;
  readonly redis: RunningServer;
  readonly size: { readonly articles: number; readonly hosts: number };
  /** Starts the publishers of one round. */
  serve(run: number): Promise<Site>;
}

export interface Site extends AsyncDisposable {
  readonly port: number;
  /** Makes its feeds show these articles, and no others. */
  show(run: number, articles: number): Promise<void>;
}

export async function openGround(corpus: string, size: Ground['size']): Promise<Ground> {
  await using open = new AsyncDisposableStack();
  const dir = mkdtempSync(join(tmpdir(), 'nashra-bench-'));
  // Postgres never runs as root: its own user has to get in.
  chmodSync(dir, 0o755);
  open.defer(() => rmSync(dir, { recursive: true, force: true }));
  const samples = join(dir, 'samples.json');
  const pages = await loadSamples(corpus);
  writeFileSync(samples, JSON.stringify(pages));
  const bytes = pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0) / pages.length;
  console.log(`${pages.length} sample pages, ${Math.round(bytes / 1024)} KiB in the mean`);
  const postgres = await startPostgres({
    dataDir: join(dir, 'postgres'),
    settings: { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track': 'top' },
  });
  open.defer(() => postgres.stop());
  const redis = await startRedis({ dataDir: join(dir, 'redis') });
  open.defer(() => redis.stop());
  await migrateToLatest(postgres.url);
  const db = open.use(openDb(postgres.url, { poolSize: 3, statementTimeoutMs: 600_000 }));
  await sql`create extension pg_stat_statements`.execute(db);
  const queues = open.use(openQueues(contracts, { redisUrl: redis.url, prefix: 'nashra' }));
  const held = open.move();
  return {
    dir,
    db,
    queues,
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    postgres,
    redis,
    size,
    async serve(run) {
      const task = JSON.stringify({ samples, ...size, run });
      const child = fork(join(BENCH_FOLDER, 'site.ts'), [task]);
      const [port] = (await once(child, 'message')) as [number];
      return {
        port,
        async show(shown, articles) {
          child.send({ run: shown, articles });
          await once(child, 'message');
        },
        async [Symbol.asyncDispose]() {
          child.kill();
          await once(child, 'exit');
        },
      };
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

export const hostOf = (at: number): string => `host-${at}.example`;
