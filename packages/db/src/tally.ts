import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from './client.ts';

/**
 * Counts kept as a sum of differences: whoever adds or ends rows adds how many in the same transaction, so counting reads
 * a few rows where it would read millions, and nobody waits for anybody, as all would for one row to count in.
 */
export async function readTally(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ what: string; n: number }>`
    select what, sum(n)::float8 as n from nashra.tally group by what`.execute(db);
  return new Map(rows.map(({ what, n }) => [what, n]));
}

/** A part of a statement: adds the rows (what, n) that `query` gives. */
export function tallying(query: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into nashra.tally (what, n) ${query}`;
}

/** Adds some differences; those of nothing cost nothing. */
export async function tally(
  db: Queryable,
  differences: Readonly<Record<string, number>>,
): Promise<void> {
  const changed = Object.entries(differences).filter(([, n]) => n !== 0);
  if (changed.length === 0) return;
  await tallying(
    sql`select * from unnest(${changed.map(([what]) => what)}::text[], ${changed.map(([, n]) => n)}::bigint[])`,
  ).execute(db);
}

/** Makes one row of the many of each count; returns how many went. */
export async function foldTally(db: Queryable, limit: number): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    with gone as (
      delete from nashra.tally where ctid in (select ctid from nashra.tally limit ${limit} for update skip locked)
      returning what, n
    ), folded as (
      insert into nashra.tally (what, n) select what, sum(n) from gone group by what having sum(n) <> 0 returning 1
    )
    select (select count(*) from gone) - (select count(*) from folded) as gone`.execute(db);
  return rows[0]?.gone ?? 0;
}
