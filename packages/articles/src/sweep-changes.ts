import { type Queryable, tallying } from '@nashra/db';
import { sql } from 'kysely';

/**
 * Forgets changes that are older than so many days, at most so many at a time, in their order: `cursor` is the last seq
 * that is gone, by which readers are told that they come too late.
 */
export async function sweepChanges(
  db: Queryable,
  {
    days,
    rows,
    cursor,
  }: { readonly days: number; readonly rows: number; readonly cursor: string | null },
): Promise<{ removed: number; cursor: string | undefined }> {
  const { rows: swept } = await sql<{ removed: number; last: number | null }>`
    with gone as (
      delete from nashra.change where seq in (
        select seq from (select seq, at from nashra.change order by seq limit ${rows}) as oldest
        where at < now() - make_interval(days => ${days}::int))
      returning seq
    ), counted as (
      ${tallying(sql`select 'changes', -count(*) from gone having count(*) > 0`)}
    )
    select count(*) as removed, max(seq) as last from gone`.execute(db);
  const { removed = 0, last = null } = swept[0] ?? {};
  return { removed, cursor: last === null ? (cursor ?? undefined) : String(last) };
}
