import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** What a publisher has brought of late, and how complete it is. */
export interface Yield {
  readonly publisherId: number;
  /** In each of the last 14 days, by publication, the latest last. */
  readonly perDay: readonly number[];
  /** The latest articles that the rest is told of; 0 where there are none. */
  readonly of: number;
  /** Shares of them, 0 to 1: copies of other publishers, and those with each field. */
  readonly copies: number;
  readonly fields: Readonly<Record<'title' | 'date' | 'authors' | 'body' | 'image', number>>;
  /** Median seconds from publication to the row, of those that say their minute; null where none does. */
  readonly lag: number | null;
}

const DAYS = 14;
const LATEST = 40;

/** Of some publishers; the cost is bounded by how many they are, and not by how much they publish. */
export async function readYields(
  db: Queryable,
  publisherIds: readonly number[],
): Promise<ReadonlyMap<number, Yield>> {
  if (publisherIds.length === 0) return new Map();
  const { rows } = await sql<Yield>`
    select p.id as "publisherId", days."perDay", l.of::int, l.copies, l.fields, l.lag
    from unnest(${[...new Set(publisherIds)]}::int[]) as p(id)
    cross join lateral (
      select array_agg(coalesce(each.n, 0) order by ago desc) as "perDay" from generate_series(0, ${DAYS - 1}::int) ago
      left join (
        select floor(extract(epoch from now() - published_at) / 86400)::int as ago, count(*)::int as n
        from nashra.article where publisher_id = p.id and revision > 0
          and published_at > now() - make_interval(days => ${DAYS}) and published_at <= now() group by 1
      ) each using (ago)
    ) days
    cross join lateral (
      select count(*) as of, coalesce(avg((copy_of is not null)::int), 0)::float8 as copies,
        json_build_object('title', coalesce(avg((title <> '')::int), 0), 'date', coalesce(avg((source is not null)::int), 0),
          'authors', coalesce(avg(named::int), 0), 'body', coalesce(avg((words > 0)::int), 0),
          'image', coalesce(avg(pictured::int), 0)) as fields,
        percentile_cont(0.5) within group (order by late) filter (where late >= 0) as lag
      from (
        select a.copy_of, c.title, c.published_source as source, cardinality(c.authors) > 0 as named, c.word_count as words,
          exists (select from nashra.image i where i.article_id = a.id) as pictured,
          case when c.published_precision in ('minute', 'second')
            then extract(epoch from a.created_at - a.published_at)::float8 end as late
        from nashra.article a join nashra.content c on c.id = a.content_id
        where a.publisher_id = p.id and a.revision > 0 order by a.published_at desc, a.id desc limit ${LATEST}
      ) latest
    ) l`.execute(db);
  return new Map(rows.map((row) => [row.publisherId, row]));
}
