import type { Db, Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { textOfInstant } from '../model/raw-value.ts';

/**
 * Gives a database a clock that can be set, and chance that always falls in the middle: functions of these names that are found
 * before Postgres's own, by whatever is asked from now on, and by defaults of columns.
 */
export async function takeClock(db: Db): Promise<void> {
  const clock = (of: string) => `returns timestamptz language sql stable as
    'select current_setting(''simulation.${of}'')::timestamptz'`;
  await sql.raw('create schema simulation').execute(db);
  await sql.raw(`create function simulation.now() ${clock('now')}`).execute(db);
  await sql.raw(`create function simulation.clock_timestamp() ${clock('clock')}`).execute(db);
  await sql
    .raw(
      `create function simulation.random() returns float8 language sql immutable as 'select 0.5::float8'`,
    )
    .execute(db);
  await sql`
    do $$ declare it record; begin
      for it in select attrelid::regclass as of, attname as named from pg_attrdef d
        join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
        join pg_class c on c.oid = a.attrelid
        where pg_get_expr(adbin, adrelid) = 'now()' and c.relnamespace = 'nashra'::regnamespace
      loop execute format('alter table %s alter column %I set default simulation.now()', it.of, it.named); end loop;
    end $$`.execute(db);
}

/** For the rest of a transaction it is this time. */
export async function setClock(tx: Queryable, now: number): Promise<void> {
  await sql`select set_config('simulation.now', ${textOfInstant(now)}, true),
    set_config('simulation.clock', ${textOfInstant(now)}, true),
    set_config('search_path', 'simulation, pg_catalog, public', true)`.execute(tx);
}

/** Time has passed since the transaction began. */
export async function advanceClock(tx: Queryable, at: number): Promise<void> {
  await sql`select set_config('simulation.clock', ${textOfInstant(at)}, true)`.execute(tx);
}
