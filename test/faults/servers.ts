import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateToLatest, openDb } from '@nashra/db';
import { type RunningServer, startPostgres, startRedis } from '@nashra/stack';
import { sql } from 'kysely';

/** Postgres and Redis of the matrix's own: cells may do with them what they like. */
export interface Servers extends AsyncDisposable {
  readonly postgresUrl: string;
  readonly redisUrl: string;
  /** A migrated database under this name. */
  database(name: string): Promise<string>;
  /** What `pg_ctl restart -m immediate` does. */
  restartPostgres(): Promise<void>;
  /** SIGKILL, and a new one that knows nothing. */
  restartRedis(): Promise<void>;
}

const TEMPLATE = 'template_faults';

export async function startServers(): Promise<Servers> {
  const dir = mkdtempSync(join(tmpdir(), 'nashra-faults-'));
  // Postgres never runs as root: its own user has to get in.
  chmodSync(dir, 0o755);
  const own = (port = 0) =>
    startPostgres({
      dataDir: join(dir, 'postgres'),
      port,
      fsync: false,
      // What a commit has promised is there after a crash, as with the servers that people run.
      settings: { synchronous_commit: 'on' },
    });
  const password = randomBytes(18).toString('base64url');
  const kept = (port = 0) =>
    startRedis({ dataDir: join(dir, 'redis'), port, persist: false, password });
  let [postgres, redis] = await Promise.all([own(), kept()]);
  await asAdmin(`create database ${TEMPLATE}`);
  await migrateToLatest(named(TEMPLATE));

  function named(name: string): string {
    const url = new URL(postgres.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  async function asAdmin(statement: string): Promise<void> {
    await using admin = openDb(postgres.url, { poolSize: 1, statementTimeoutMs: 60_000 });
    await sql.raw(statement).execute(admin);
  }

  async function replace<Server extends RunningServer>(
    server: Server,
    signal: 'SIGQUIT' | 'SIGKILL',
    start: (port: number) => Promise<Server>,
  ): Promise<Server> {
    process.kill(server.pid, signal);
    await server.exited;
    await server.stop();
    return await start(server.port);
  }

  return {
    postgresUrl: postgres.url,
    redisUrl: redis.url,
    async database(name) {
      // By files: with as little log as tests write, a copy through it brings no table along that is not logged, and a crash leaves none.
      await asAdmin(`create database ${name} template ${TEMPLATE} strategy file_copy`);
      return named(name);
    },
    async restartPostgres() {
      postgres = await replace(postgres, 'SIGQUIT', own);
    },
    async restartRedis() {
      redis = await replace(redis, 'SIGKILL', kept);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([postgres.stop(), redis.stop()]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
