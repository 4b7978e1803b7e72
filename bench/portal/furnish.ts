import type { Db } from '@nashra/db';
import { sql } from 'kysely';
import { fill, inventTexts } from '../search/fill.ts';

/**
 * Fills an empty database as a site has it: articles with sections and authors on their shelves, a tenth with an image, a fifth in
 * stories that two publishers tell. One that is full already is left as it is.
 *
 * @throws Error where it holds another number of articles
 */
export async function furnish(db: Db, articles: number): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db);
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from nashra.shelf where kind = 'language'`.execute(db);
  const known = rows[0]?.n ?? 0;
  if (known === articles) return;
  if (known > 0) throw new Error(`${known} articles are there: name another folder`);
  console.log(`filling ${articles} articles`);
  await fill(db, inventTexts().texts, articles, { isSite: true });
  await run('update nashra.article set published_on = published_at::date');
  await run(`insert into nashra.image (article_id, address, position, is_lead, caption)
    select id, 'https://filled.example/' || id || '.jpg', 0, true, 'caption' from nashra.article where id % 10 = 0`);
  await run(`insert into nashra.version (article_id, story_id, place, published_at, published_from, published_to, doubts, delay_seconds,
      kind, taken_share, agencies)
    select a.id, a.story_id, row_number() over (partition by a.story_id order by a.id), a.published_at, a.published_at, a.published_at, '{}',
      case when a.id = a.story_id then 0 else 30 end, case when a.id = a.story_id then 'original' else 'edited' end, 0, '{}'
    from nashra.article a join nashra.story s on s.id = a.story_id where s.articles > 1`);
  // What lists articles last is what says that all of it is there.
  await run(`begin; insert into nashra.shelf (kind, key, published_at, article_id)
      select s.kind, s.key, a.published_at, a.id from nashra.article a join nashra.content c on c.id = a.content_id
      cross join lateral nashra.shelves_of(c.language, c.section, c.authors, a.published_on) s;
    insert into nashra.shelf_tally (kind, key, n)
      select kind, key, count(*) from nashra.shelf group by 1, 2
      union all select 'publisher', publisher_id::text, count(*) from nashra.article group by 2; commit`);
  await run('vacuum analyze');
}
