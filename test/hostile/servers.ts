import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateToLatest } from '@nashra/db';
import { type RunningServer, startPostgres, startRedis } from '@nashra/stack';

export interface Servers extends AsyncDisposable {
  readonly dir: string;
  readonly postgres: RunningServer;
  readonly redis: RunningServer;
}

/** A Postgres with our schema and a Redis, in a folder that goes with them. */
export async function openServers(): Promise<Servers> {
  await using open = new AsyncDisposableStack();
  const dir = mkdtempSync(join(tmpdir(), 'nashra-hostile-'));
  // Postgres runs as somebody else when we are root, and must get in.
  chmodSync(dir, 0o755);
  open.defer(() => rmSync(dir, { recursive: true, force: true }));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), fsync: false });
  open.defer(() => postgres.stop());
  const redis = await startRedis({ dataDir: join(dir, 'redis'), persist: false });
  open.defer(() => redis.stop());
  await migrateToLatest(postgres.url);
  const held = open.move();
  return { dir, postgres, redis, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
