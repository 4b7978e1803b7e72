import type { Queryable, Task } from '@nashra/db';
import { asReader, type Change, ChangesTooOldError, changesAfter, newestSeq } from '@nashra/reader';
import { sql } from 'kysely';
import { ANY } from './anchors.ts';

/** Changes worked through in one transaction. */
const MOST_CHANGES = 200;
const TELLING = new Set([
  'article_created',
  'article_revised',
  'article_removed',
  'article_restored',
]);

/**
 * Holds saved queries against articles as changes tell of them, in order, each change once: its memory is the last seq.
 * What `removed` counts are changes. It begins with what comes after its first run.
 */
export const matching: Task = {
  name: 'saved-queries',
  everyMs: 0,
  async step(db, cursor) {
    const reader = asReader(db);
    if (cursor === null) return { removed: 0, cursor: String(await newestSeq(reader)) };
    let changes: Change[];
    try {
      changes = await changesAfter(reader, Number(cursor), MOST_CHANGES);
    } catch (error) {
      if (!(error instanceof ChangesTooOldError)) throw error;
      return { removed: 1, cursor: String(error.keptAfter) };
    }
    const last = changes.at(-1);
    if (!last) return { removed: 0, cursor };
    await match(db, changes);
    return { removed: changes.length, cursor: String(last.seq) };
  },
};

/** An article counts as it reads now, whatever befell it meanwhile; under the seq of the last change that tells of it. */
async function match(db: Queryable, changes: readonly Change[]): Promise<void> {
  const seqs = new Map<number, number>();
  for (const { seq, kind, articleId } of changes)
    if (articleId !== null && TELLING.has(kind)) seqs.set(articleId, seq);
  if (seqs.size === 0) return;
  // Flat copies of the vectors: each is compared many times, and would be unpacked each time.
  await sql`
    with told as (
      select * from unnest(${[...seqs.keys()]}::bigint[], ${[...seqs.values()]}::bigint[]) as t(article_id, seq)
    ), texts as materialized (
      select told.*, a.publisher_id, lower(a.language) as language, a.search || ''::tsvector as search
      from told join reader.articles a on a.id = told.article_id
    ), led as (
      select distinct t.article_id, k.query_id from texts t
      cross join lateral unnest(tsvector_to_array(t.search) || ${ANY}::text) as own(lexeme)
      join nashra.query_anchor k on k.lexeme = own.lexeme collate "C"
    ), fit as (
      select t.article_id, t.seq, q.id as query_id from led
      join texts t on t.article_id = led.article_id
      join nashra.saved_query q on q.id = led.query_id and t.search @@ q.asked
        and (q.publishers is null or t.publisher_id = any (q.publishers))
        and (q.language is null or t.language = lower(q.language) or t.language like lower(q.language) || '-%')
    ), became as (
      select query_id, seq, article_id, 'match' as event from fit
      union all
      select m.query_id, told.seq, told.article_id, 'removed' from told
      join lateral (select distinct query_id from nashra.query_match m where m.article_id = told.article_id) m on true
      where not exists (select from reader.timeline t where t.article_id = told.article_id)
    ), new as (
      insert into nashra.query_match (query_id, seq, article_id, event)
      select * from became b
      where b.event <> coalesce((select m.event from nashra.query_match m
        where m.article_id = b.article_id and m.query_id = b.query_id order by m.seq desc limit 1), 'removed')
      order by b.query_id, b.seq
      returning query_id, seq
    )
    update nashra.webhook w set due_seq = n.seq, next_try_at = coalesce(w.next_try_at, now())
    from (select query_id, max(seq) as seq from new group by 1) n where n.query_id = w.query_id`.execute(
    db,
  );
}

/** Forgets matches that are older than so many days, at most so many at a time. */
export async function sweepMatches(db: Queryable, days: number, rows: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from nashra.query_match where (query_id, seq) in (
      select query_id, seq from (
        select query_id, seq, at from nashra.query_match order by seq limit ${rows}) oldest
      where at < now() - make_interval(days => ${days}::int))`.execute(db);
  return Number(numAffectedRows ?? 0);
}
