import type { Db, Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** Takes every row out of a database but those that migrations put in. */
export async function clearRows(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Services may not empty a table at once: here the connection is the login that made them.
    await sql`set local role none`.execute(tx);
    await empty(tx);
  });
}

async function empty(db: Queryable): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'nashra' and tablename not in ('latch', 'search_fold', 'search_form', 'migrating')
      and tablename not like 'kysely%'`.execute(db);
  const tables = rows.map(({ name }) => `nashra.${name}`).join(', ');
  await sql.raw(`truncate ${tables}`).execute(db);
  await sql`insert into nashra.publisher (id, slug, name, time_zone) overriding system value
    values (0, 'unknown', 'unknown', 'UTC')`.execute(db);
}
