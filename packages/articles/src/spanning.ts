import { type RawBuilder, sql } from 'kysely';

/** An article with this part of the words of the fullest is as full. */
const AS_FULL = 0.8;

/**
 * A part of a statement, to be run under the latch of changes: the stories that `query` names look at all their written
 * articles again. The representative is one of the fullest; among those the one there is, then one by an agency, then
 * the earliest.
 */
export function spanning(query: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    update nashra.story s
    set is_chained = of.articles < 2 and s.is_chained and s.articles < 2, articles = of.articles,
      publishers = of.publishers, first_published_at = of.first, last_published_at = of.last,
      representative_id = of.representative
    from (
      select story_id, count(id) as articles, count(distinct publisher_id) as publishers, min(published_at) as first,
        max(published_at) as last, (array_agg(id order by words >= ${AS_FULL}::real * most desc, is_shown desc, is_agencys desc,
          published_at, id))[1] as representative
      from (
        select named.story_id, a.id, a.publisher_id, a.published_at, coalesce(g.words, 0) as words,
          max(coalesce(g.words, 0)) over (partition by named.story_id) as most,
          a.id is not distinct from told.representative_id as is_shown,
          coalesce(g.credits, '[]') <> '[]' as is_agencys
        from (select distinct story_id from (${query}) as asked) as named
        join nashra.story told on told.id = named.story_id
        left join nashra.article a on a.story_id = named.story_id and a.content_id is not null
        left join nashra.signature g on g.article_id = a.id
      ) as each
      group by story_id
    ) as of
    where s.id = of.story_id`;
}
