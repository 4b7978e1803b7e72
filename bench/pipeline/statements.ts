import type { Db } from '@nashra/db';
import { sql } from 'kysely';

/** Those that cost most: what each takes of time, calls and WAL, by the article. */
const SHOWN = 25;

/** Prints what the server did since it started, statement by statement; times are of the clock, planning included. */
export async function printStatements(db: Db): Promise<void> {
  const { rows } = await sql<{
    ms: number;
    plan: number;
    calls: number;
    kib: number;
    fpi: number;
    query: string;
  }>`
    with n as (select greatest(count(*), 1)::float8 as n from nashra.article where revision > 0)
    select total_exec_time / n as ms, total_plan_time / n as plan, calls / n as calls, wal_bytes / n / 1024 as kib,
      wal_fpi / n as fpi, left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as query
    from pg_stat_statements, n order by total_exec_time + total_plan_time desc limit ${SHOWN}`.execute(
    db,
  );
  console.log('\n   ms  plan calls   KiB  full pages  (of one article)');
  for (const { ms, plan, calls, kib, fpi, query } of rows) {
    const figures = [ms, plan, calls, kib, fpi].map((it) => Number(it).toFixed(2).padStart(5));
    console.log(`${figures.join(' ')}  ${query}`);
  }
}
