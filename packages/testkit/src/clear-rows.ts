import type { Db } from '@nashra/db';
import { sql } from 'kysely';

/** Takes every row out of a database but those that migrations put in. */
export async function clearRows(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'nashra' and tablename not in ('latch', 'search_fold', 'search_form')
      and tablename not like 'kysely%'`.execute(db);
  const tables = rows.map(({ name }) => `nashra.${name}`).join(', ');
  await sql.raw(`truncate ${tables}`).execute(db);
  await sql`insert into nashra.publisher (id, slug, name, time_zone) overriding system value
    values (0, 'unknown', 'unknown', 'UTC')`.execute(db);
}
