import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrateToLatest } from '@nashra/db';
import { type PostgresOptions, type RunningServer, startPostgres } from '@nashra/stack';
import { inject } from 'vitest';
import { makeScratch } from './scratch.ts';

export interface OwnPostgres extends AsyncDisposable {
  readonly server: RunningServer;
  /** Its folder, where others' files may lie beside the data; gone with it. */
  readonly dir: string;
  readonly dataDir: string;
}

/** A Postgres of a test's own with a migrated database: a copy of the one that the run has made. */
export async function ownPostgres(
  options: Omit<PostgresOptions, 'dataDir'> = {},
): Promise<OwnPostgres> {
  await using open = new AsyncDisposableStack();
  const dir = makeScratch();
  open.defer(() => rmSync(dir, { recursive: true, force: true }));
  const dataDir = join(dir, 'postgres');
  const made = inject('cluster');
  if (made) execFileSync('cp', ['-a', made, dataDir]);
  const server = await startPostgres({ ...options, dataDir });
  open.defer(() => server.stop());
  // Nothing is left to do where it is a copy.
  await migrateToLatest(server.url);
  const held = open.move();
  return { server, dir, dataDir, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
