import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrateToLatest } from '@nashra/db';
import { type PostgresOptions, type RunningServer, startPostgres } from '@nashra/stack';
import { sql } from 'kysely';
import { inject } from 'vitest';
import { asAdmin, withDatabase } from './admin.ts';
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
  if (made) await makeAnother(server.url);
  await migrateToLatest(server.url);
  const held = open.move();
  return { server, dir, dataDir, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

/**
 * Copies are of one system, and their databases would be the same one to whoever compares where changes were written: the
 * number tells them apart.
 */
async function makeAnother(url: string): Promise<void> {
  await asAdmin(withDatabase(url, 'postgres'), async (admin) => {
    await sql`alter database nashra rename to made`.execute(admin);
    await sql`create database nashra template made strategy file_copy oid ${sql.lit(randomInt(1e6, 2e9))}`.execute(
      admin,
    );
    await sql`drop database made`.execute(admin);
  });
}
