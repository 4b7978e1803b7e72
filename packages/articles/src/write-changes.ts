import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import type { BatchRow } from './batch-row.ts';
import { latchChanges } from './latches.ts';

/**
 * The last statements of the transaction. The latch makes writers number their changes one after
 * another and is held until the commit is visible, so `seq` rises in the order of commits and a
 * reader who asks for `seq > last` never misses a row that came late.
 */
export async function writeChanges(tx: Queryable, rows: readonly BatchRow[]): Promise<void> {
  await latchChanges(tx);
  const articles = rows.map((row) => row.decision.articleId);
  await sql`
    insert into nashra.change (kind, article_id, story_id, revision)
    select case when new.number = 1 then 'article_created' else 'article_revised' end,
      article.id, article.story_id, new.number
    from unnest(${articles}::bigint[], ${rows.map((row) => row.number)}::integer[])
      with ordinality as new(article_id, number, place)
    join nashra.article on article.id = new.article_id
    order by new.place`.execute(tx);
}
