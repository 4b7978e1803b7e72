import { type Cause, type Queryable, tallying } from '@nashra/db';
import { sql } from 'kysely';
import { latchChanges } from './latches.ts';
import { spanning } from './spanning.ts';
import { waking } from './waking.ts';
import type { Written } from './written.ts';

/**
 * The last statements of the transaction. The latch makes writers number their changes one after
 * another and is held until the commit is visible, so `seq` rises in the order of commits and a
 * reader who asks for `seq > last` never misses a row that came late. Under it each story looks at all its articles.
 */
export async function writeChanges(
  tx: Queryable,
  rows: readonly Written[],
  { images, causes }: { readonly images: number; readonly causes: readonly Cause[] },
): Promise<void> {
  await latchChanges(tx);
  const created = rows.filter(({ number }) => number === 1).length;
  await sql`
    with new as materialized (
      select new.*, a.story_id, a.removed_at is null as is_shown
      from unnest(${rows.map((row) => row.articleId)}::bigint[], ${rows.map((row) => row.number)}::integer[],
        ${causes}::text[]) with ordinality as new(article_id, number, cause, place)
      join nashra.article a on a.id = new.article_id
    ), told as (
      insert into nashra.change (kind, article_id, story_id, revision, cause)
      select case when number = 1 then 'article_created' else 'article_revised' end, article_id, story_id, number,
        cause
      from new where is_shown order by place
      returning ${waking}
    ), spanned as (
      ${spanning(sql`select story_id from new`)}
      returning (s.articles > 0)::int - (old.articles > 0)::int as more
    )
    ${tallying(sql`
      select * from (values ('articles', ${created}::bigint), ('revisions', ${rows.length}::bigint),
        ('changes', (select count(*) from told)), ('images', ${images}::bigint)) as more(what, n) where n <> 0
      union all select 'stories', sum(more) from spanned having sum(more) <> 0`)}`.execute(tx);
}
