import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { openDb } from './client.ts';
import { migrations } from './migrations/index.ts';

/** Brings the database at `url` to the newest schema; returns the names it applied. Safe to race. */
export async function migrateToLatest(url: string): Promise<string[]> {
  await using db = openDb(url, { poolSize: 1, statementTimeoutMs: 0, name: 'nashra-migrate' });
  await sql`create schema if not exists nashra`.execute(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'nashra',
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}
