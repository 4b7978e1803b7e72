import type { Queryable } from '@nashra/db';
import { type RawBuilder, sql } from 'kysely';

/**
 * Parts of a statement, to follow a `written` of (id, publisher_id, more, was_at, was_on, was_content, is_at, is_on,
 * is_content): articles are taken off the shelves they stood on, put on those where they stand now, and counted. `more`
 * is by how many the publisher's articles became more.
 */
export const shelving: RawBuilder<unknown> = sql`
  stood as materialized (
    select s.kind, s.key, w.was_at as published_at, w.id as article_id
    from written w join nashra.content c on c.id = w.was_content
    cross join lateral nashra.shelves_of(c.language, c.section, c.authors, w.was_on) s
  ), stands as materialized (
    select s.kind, s.key, w.is_at as published_at, w.id as article_id
    from written w join nashra.content c on c.id = w.is_content
    cross join lateral nashra.shelves_of(c.language, c.section, c.authors, w.is_on) s
  ), off as (
    delete from nashra.shelf s using (select * from stood except select * from stands) gone
    where (s.kind, s.key, s.published_at, s.article_id) = (gone.kind, gone.key, gone.published_at, gone.article_id)
    returning s.kind, s.key
  ), put as (
    insert into nashra.shelf (kind, key, published_at, article_id)
    select * from stands except select * from stood
    on conflict do nothing returning kind, key
  ), shelved as (
    insert into nashra.shelf_tally (kind, key, n)
    select kind, key, sum(n) from (
      select kind, key, 1 as n from put union all select kind, key, -1 from off
      union all select 'publisher', publisher_id::text, more from written where more <> 0
    ) each group by kind, key having sum(n) <> 0
  )`;

/** Makes one row of the many of each count, and leaves those that are one already as they lie; returns how many went. */
export async function foldShelves(db: Queryable, limit: number): Promise<number> {
  const { rows } = await sql<{ gone: number }>`
    with several as materialized (
      select kind, key from nashra.shelf_tally group by kind, key having count(*) > 1
    ), gone as (
      delete from nashra.shelf_tally where ctid in (select t.ctid from nashra.shelf_tally t join several using (kind, key)
        limit ${limit} for update of t skip locked)
      returning kind, key, n
    ), folded as (
      insert into nashra.shelf_tally (kind, key, n) select kind, key, sum(n) from gone group by kind, key
      having sum(n) <> 0 returning 1
    )
    select (select count(*) from gone) - (select count(*) from folded) as gone`.execute(db);
  return rows[0]?.gone ?? 0;
}
