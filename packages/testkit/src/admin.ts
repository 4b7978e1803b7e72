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

/** Makes a database: an empty one, or a copy by files, which takes two fifths of the time that one through the log takes. */
export async function makeDatabase(serverUrl: string, name: string, from?: string): Promise<void> {
  const copying = from ? sql`template ${sql.id(from)} strategy file_copy` : sql``;
  await asAdmin(serverUrl, async (admin) => {
    await sql`create database ${sql.id(name)} ${copying}`.execute(admin);
  });
}

/** Drops a database with its sessions; nothing happens when it is not there. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await asAdmin(serverUrl, async (admin) => {
    await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin);
  });
}

/** The same server's address with another database. */
export function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
