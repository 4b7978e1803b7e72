import { sql } from 'kysely';
import type { Queryable } from './client.ts';

/** Logs that are partitioned by month. */
export type MonthlyLog = 'journal' | 'fetch_log';

/** So many months ahead: nobody who works is without a scheduler for longer. */
const AHEAD = 3;
/** Months that go at a time: each waits for whoever reads the log just now, no longer than this. */
const MOST_DROPPED = 3;
const LOCK_TIMEOUT = '2s';

/** Makes the months of a log that are to come and missing; how many. */
export async function openMonths(db: Queryable, log: MonthlyLog): Promise<number> {
  const { rows } = await sql<{ month: string }>`
    select to_char(month, 'YYYY-MM-DD') as month
    from generate_series(1, ${AHEAD}::int) n
    cross join lateral (select date_trunc('month', now() at time zone 'UTC') + make_interval(months => n) as month) as months
    where to_regclass('nashra.' || ${log} || to_char(month, '_YYYYMM')) is null`.execute(db);
  // By the owner's function: services change no schema. Of two who make the same month, the second finds it made.
  for (const { month } of rows)
    await sql`select nashra.make_month(${log}, ${month}::date)`.execute(db);
  return rows.length;
}

/**
 * Forgets what of a log is older than so many days: the months that are so as a whole, and of what was there before there
 * were months so many rows. So a row stays up to a month longer.
 *
 * @returns how many months and rows went
 */
export async function sweepMonths(
  db: Queryable,
  log: MonthlyLog,
  { days, rows }: { readonly days: number; readonly rows: number },
): Promise<number> {
  await openMonths(db, log);
  const { rows: over } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = ${`nashra.${log}`}::regclass
      and substring(pg_get_expr(c.relpartbound, c.oid) from 'TO \\(''?(\\d+)')::bigint <= nashra.id_at(now() - make_interval(days => ${days}::int))
    order by c.oid limit ${MOST_DROPPED}`.execute(db);
  if (over.length > 0) await sql`set local lock_timeout = ${sql.lit(LOCK_TIMEOUT)}`.execute(db);
  for (const { name } of over) await sql`select nashra.drop_month(${log}, ${name})`.execute(db);
  return over.length + (await sweepBefore(db, log, days, rows));
}

async function sweepBefore(
  db: Queryable,
  log: MonthlyLog,
  days: number,
  rows: number,
): Promise<number> {
  const before = `nashra.${log}_before`;
  const { rows: there } = await sql`select where to_regclass(${before}) is not null`.execute(db);
  if (there.length === 0) return 0;
  const table = sql.table(before);
  const { numAffectedRows = 0n } = await sql`
    delete from ${table} where ctid = any (array(
      select ctid from ${table} where id < nashra.id_at(now() - make_interval(days => ${days}::int)) limit ${rows}))`.execute(
    db,
  );
  return Number(numAffectedRows);
}
