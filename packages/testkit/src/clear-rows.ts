import type { Db } from '@nashra/db';
import { sql } from 'kysely';

/** Takes every row out of a database but those that migrations put in. */
export async function clearRows(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Neither triggers nor keys see it, which services may not say: here the connection is the login that made the tables.
    await sql`set local role none`.execute(tx);
    await sql`set local session_replication_role = replica`.execute(tx);
    await DELETE_ALL.execute(tx);
    await sql`insert into nashra.publisher (id, slug, name, time_zone) overriding system value
      values (0, 'unknown', 'unknown', 'UTC')`.execute(tx);
  });
}

/** `truncate` would make hundreds of files anew for some dozens of rows. */
const DELETE_ALL = sql`
  do $$
  declare
    name text;
  begin
    for name in
      select relname from pg_class
      where relnamespace = 'nashra'::regnamespace and relkind in ('r', 'p') and not relispartition
        and relname not in ('latch', 'key_fill', 'search_fold', 'search_form', 'migrating') and relname not like 'kysely%'
    loop
      execute format('delete from nashra.%I', name);
    end loop;
  end $$`;
