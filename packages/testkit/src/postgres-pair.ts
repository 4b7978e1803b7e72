import { execFileSync } from 'node:child_process';
import { chownSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Db, openDb } from '@nashra/db';
import { type RunningServer, startPostgres } from '@nashra/stack';
import { sql } from 'kysely';
import { ownPostgres } from './own-postgres.ts';

export interface PostgresPair extends AsyncDisposable {
  readonly primary: RunningServer;
  readonly replica: RunningServer;
  /** Of the replica, as its superuser. */
  readonly replicaDb: Db;
}

/** A migrated primary and a replica that follows its log, made as a base backup is. */
export async function startPair(
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresPair> {
  await using open = new AsyncDisposableStack();
  const { server: primary } = open.use(await ownPostgres({ settings }));
  const { server: replica } = open.use(await startReplica(primary.url, settings));
  const replicaDb = open.use(openDb(replica.url, { poolSize: 1 }));
  const held = open.move();
  return { primary, replica, replicaDb, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

/** A replica that follows a running primary's log, in a folder beside that one's, which goes with it. */
export async function startReplica(
  primaryUrl: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<AsyncDisposable & { readonly server: RunningServer }> {
  await using open = new AsyncDisposableStack();
  const copy = await copyCluster(primaryUrl, 'replica');
  open.defer(() => rmSync(copy, { recursive: true, force: true }));
  writeFileSync(join(copy, 'standby.signal'), '');
  const { port, password } = new URL(primaryUrl);
  const primary_conninfo = `host=127.0.0.1 port=${port} user=postgres password=${password}`;
  const server = await startPostgres({
    dataDir: copy,
    settings: { ...settings, primary_conninfo },
  });
  open.defer(() => server.stop());
  const held = open.move();
  return { server, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

/** A base backup of a running cluster in a folder beside its own; the caller removes it. */
export async function copyCluster(url: string, name: string): Promise<string> {
  await using db = openDb(url, { poolSize: 1, statementTimeoutMs: 60_000 });
  return await db.connection().execute(async (one) => {
    const asked = sql<{ at: string }>`select current_setting('data_directory') as at`;
    const from = (await asked.execute(one)).rows[0]?.at ?? '';
    const copy = join(dirname(from), name);
    await sql`select pg_backup_start('copy', true)`.execute(one);
    execFileSync('cp', ['-a', from, copy]);
    const stopped = await sql<{ label: string }>`
      select labelfile as label from pg_backup_stop(false)`.execute(one);
    // Without it the copy would begin at whatever checkpoint came while it was made.
    const label = join(copy, 'backup_label');
    writeFileSync(label, stopped.rows[0]?.label ?? '');
    const { uid, gid } = statSync(copy);
    chownSync(label, uid, gid);
    for (const file of ['postmaster.pid', 'postmaster.opts'])
      rmSync(join(copy, file), { force: true });
    return copy;
  });
}
