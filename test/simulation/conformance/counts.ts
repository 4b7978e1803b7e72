import type { Db } from '@nashra/db';
import { sql } from 'kysely';

/** Where the sums of differences are not what is there; null where they are. The model keeps no sums: rows are counted. */
export async function differCounts(db: Db): Promise<string | null> {
  const { rows } = await sql<{ what: string; there: number; told: number }>`
    with there(what, n) as (
      select 'address ' || coalesce(f.state, a.state || coalesce(' ' || a.reason, '')), count(*)
      from nashra.address a left join nashra.flight f on f.address_id = a.id group by 1
      union all select 'articles', count(*) from nashra.article where revision > 0
      union all select 'revisions', count(*) from nashra.revision
      union all select 'changes', count(*) from nashra.change
    ), told(what, n) as (
      select what, sum(n) from nashra.tally
      where what like 'address %' or what in ('articles', 'revisions', 'changes') group by what
    )
    select what, coalesce(there.n, 0)::int as there, coalesce(told.n, 0)::int as told
    from there full join told using (what) where coalesce(there.n, 0) <> coalesce(told.n, 0) limit 1`.execute(
    db,
  );
  const [first] = rows;
  return first
    ? `counts: ${first.told} of «${first.what}» are told, ${first.there} are there`
    : null;
}
