import { PostgresAdapter, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type Db, openDb, type Queryable } from './client.ts';
import { readDatabaseAddress } from './database-address.ts';
import { migrations } from './migrations/index.ts';
import { makeRoles, settleRoles } from './roles.ts';

const OPTIONS = { poolSize: 1, statementTimeoutMs: 0, name: 'nashra-migrate' } as const;

/**
 * Brings the database at `url` to the newest schema and gives every role its rights; returns the names it applied. Safe to
 * race. Whoever logs in acts as `nashra_owner` where he may be it.
 *
 * @throws TypeError behind a pooler of transactions
 */
export async function migrateToLatest(url: string): Promise<string[]> {
  if (readDatabaseAddress(url).isPooled)
    throw new TypeError('a pooler lends no session to act as the owner in: migrate past it');
  await using admin = openDb(url, { ...OPTIONS, idleInTransactionMs: 0 });
  await again(() => makeRoles(admin));
  await again(() => makeSchema(admin));
  return await admin.transaction().execute(async (tx) => {
    // A lock of a table: those of sessions are everybody's, and a reader who holds one would stop every upgrade.
    await sql`lock table nashra.migrating in exclusive mode`.execute(tx);
    // A database of before the roles belongs to another login: its owner must be it before it is migrated as the owner.
    await settle(url);
    const applied = await apply(url, await ownerMayCreate(tx));
    await settle(url);
    return applied;
  });
}

/** Migrations that the database at `url` has not had yet, by name; all of them where there is no schema. Changes nothing. */
export async function pendingMigrations(url: string): Promise<string[]> {
  await using db = openDb(url, { ...OPTIONS, statementTimeoutMs: 10_000, onlyReads: true });
  const { rows: there } =
    await sql`select where to_regclass('nashra.kysely_migration') is not null`.execute(db);
  if (there.length === 0) return Object.keys(migrations);
  const { rows } = await sql<{ name: string }>`select name from nashra.kysely_migration`.execute(
    db,
  );
  const applied = new Set(rows.map(({ name }) => name));
  return Object.keys(migrations).filter((name) => !applied.has(name));
}

async function apply(url: string, asOwner: boolean): Promise<string[]> {
  const role = asOwner ? ({ as: 'nashra_owner' } as const) : {};
  await using db = openDb(url, { ...OPTIONS, ...role, adapter: new UnlockedAdapter() });
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'nashra',
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.map((result) => result.migrationName);
}

async function settle(url: string): Promise<void> {
  await using db = openDb(url, OPTIONS);
  await settleRoles(db);
}

/** A login that may make schemas itself need not be one that can hand that on. */
async function ownerMayCreate(db: Queryable): Promise<boolean> {
  const { rows } = await sql`select from pg_roles
    where rolname = 'nashra_owner' and has_database_privilege(oid, current_database(), 'create')`.execute(
    db,
  );
  return rows.length > 0;
}

async function makeSchema(db: Db): Promise<void> {
  await sql`create schema if not exists nashra`.execute(db);
  await sql`create table if not exists nashra.migrating ()`.execute(db);
}

/** Whoever comes second to the same name may be told so although it asked for «if not exists». */
async function again(work: () => Promise<void>): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      const { code = '' } = error as { code?: string };
      if (left === 0 || !['23505', '42P06', '42P07', 'XX000'].includes(code)) throw error;
    }
  }
}

/** The lock is ours, above. */
class UnlockedAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
