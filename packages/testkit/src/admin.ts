import { type Db, openDb } from '@nashra/db';
import { sql } from 'kysely';

/** One connection, so that session locks hold across the statements. */
export async function asAdmin(
  serverUrl: string,
  work: (admin: Db) => Promise<void>,
): Promise<void> {
  await using admin = openDb(serverUrl, { poolSize: 1, statementTimeoutMs: 60_000 });
  await work(admin);
}

/** Drops a database with its sessions; nothing happens when it is not there. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await asAdmin(serverUrl, async (admin) => {
    await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin);
  });
}
