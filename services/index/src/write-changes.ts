import type { Queryable } from '@nashra/ledger';
import { sql } from 'kysely';
import type { Row } from './load-batch.ts';

/** Any constant will do, as long as every writer of changes takes the same. */
const CHANGES_LOCK = 7_236_001;

/**
 * The last statements of the transaction. The lock makes writers number their changes one after
 * another and is held until the commit is visible, so `seq` rises in the order of commits and a
 * reader who asks for `seq > last` never misses a row that came late.
 */
export async function writeChanges(tx: Queryable, rows: readonly Row[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(${CHANGES_LOCK})`.execute(tx);
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
