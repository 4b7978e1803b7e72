import { migrateToLatest } from '@nashra/db';
import { sql } from 'kysely';
import type { Cell } from '../cell.ts';

export const migratedAgain: Cell = {
  name: 'migrated-again',
  kind: 'postgres',
  what: 'the database is migrated while all run: tables get another column, roles and grants are settled anew',
  async begin({ db, servers }, load) {
    await load.more(20);
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
    const url = new URL(servers.postgresUrl);
    url.pathname = `/${rows[0]?.name}`;
    const tables = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'nashra' and c.relkind in ('r', 'p') and not c.relispartition`.execute(db);
    for (const { name } of tables.rows) {
      // Statements that are prepared must bear it, as with a migration that adds what only newer code asks for.
      await sql`alter table nashra.${sql.id(name)} add column if not exists of_a_newer_version integer`.execute(
        db,
      );
    }
    await migrateToLatest(url.href);
  },
};
