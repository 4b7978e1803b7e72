import type { Db } from '@nashra/db';
import { sql } from 'kysely';
import { countIndexed } from './run-pipeline.ts';

/** Those that cost most: what each takes of time, calls and WAL, by the article. */
const SHOWN = 25;

/** Prints what the server did since it started, statement by statement; times are of the clock, planning included. */
export async function printStatements(db: Db): Promise<void> {
  const n = Math.max(1, await countIndexed({ db }));
  const { rows } = await sql<{
    ms: number;
    plan: number;
    calls: number;
    kib: number;
    fpi: number;
    blocks: number;
    query: string;
  }>`
    select total_exec_time / ${n} as ms, total_plan_time / ${n} as plan, calls / ${n}::float8 as calls,
      wal_bytes / ${n} / 1024 as kib, wal_fpi / ${n}::float8 as fpi,
      shared_blks_hit / ${n}::float8 as blocks, left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as query
    from pg_stat_statements order by total_exec_time + total_plan_time desc limit ${SHOWN}`.execute(
    db,
  );
  console.log('\n   ms  plan calls   KiB  full pages blocks  (of one article)');
  for (const { ms, plan, calls, kib, fpi, blocks, query } of rows) {
    const figures = [ms, plan, calls, kib, fpi, blocks].map((it) =>
      Number(it).toFixed(2).padStart(5),
    );
    console.log(`${figures.join(' ')}  ${query}`);
  }
}
