import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** So many days ahead: nobody who works is without a scheduler for longer. */
const AHEAD = 7;
/** Whoever looks for candidates just now is waited for no longer than this. */
const LOCK_TIMEOUT = '2s';

/** Makes the partitions of candidate keys that are missing: of the days remembered, and of those to come. */
export async function openKeyDays(db: Queryable, memoryDays: number): Promise<number> {
  const { rows } = await sql<{ day: string }>`
    select to_char(day at time zone 'UTC', 'YYYY-MM-DD') as day
    from (select day, 'candidate_key_' || to_char(day at time zone 'UTC', 'YYYYMMDD') as name
      from generate_series(date_trunc('day', now(), 'UTC') - make_interval(hours => ${24 * memoryDays}::int),
        now() + make_interval(hours => ${24 * AHEAD}::int), interval '24 hours') as day) as days
    where to_regclass('nashra.' || name) is null`.execute(db);
  // By the owner's function: services change no schema. Of two who make the same day, the second finds it made.
  for (const { day } of rows) await sql`select nashra.make_key_day(${day}::date)`.execute(db);
  return rows.length;
}

/**
 * Drops the partitions of days that nobody looks back to, a bounded number, and lets keys be tried again that were
 * crowded when they were.
 *
 * @returns how many partitions and keys went
 */
export async function closeKeyDays(
  db: Queryable,
  memoryDays: number,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'nashra.candidate_key'::regclass
      and c.relname < 'candidate_key_' || to_char((now() - make_interval(days => ${memoryDays + 1}::int))
        at time zone 'UTC', 'YYYYMMDD')
    order by 1 limit 5`.execute(db);
  if (rows.length > 0) await sql`set local lock_timeout = ${sql.lit(LOCK_TIMEOUT)}`.execute(db);
  for (const { name } of rows) await sql`select nashra.drop_key_day(${name})`.execute(db);
  const { numAffectedRows = 0n } = await sql`
    delete from nashra.stop_key where key in (select key from nashra.stop_key
      where noted_at < now() - make_interval(days => ${memoryDays}::int) limit ${limit})`.execute(
    db,
  );
  return rows.length + Number(numAffectedRows);
}
