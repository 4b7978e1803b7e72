import type { Queryable, Task } from '@nashra/db';
import { asReader, type Change, ChangesTooOldError, changesAfter, newestSeq } from '@nashra/reader';
import { sql } from 'kysely';

/** So many texts and no more are led to queries by the index. */
const FEW = 2;
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
  const told = new Map<number, number>();
  for (const { seq, kind, articleId } of changes)
    if (articleId !== null && TELLING.has(kind)) told.set(articleId, seq);
  if (told.size > 0) await tellMatches(db, told);
  const removed = changes.filter(({ kind }) => kind === 'article_removed');
  if (removed.length > 0) await tellRemovals(db, removed);
}

/**
 * Rows are made of arrays at the end: of an article's queries most befall it at once, and so many rows would be carried
 * from step to step. Flat copies of the vectors: each is compared many times, and would be unpacked each time.
 */
async function tellMatches(db: Queryable, told: ReadonlyMap<number, number>): Promise<void> {
  const fitting = sql.id(told.size <= FEW ? 'queries_fitting_few' : 'queries_fitting');
  await sql`
    with texts as materialized (
      select told.article_id, told.seq, a.publisher_id, lower(a.language) as language, a.search || ''::tsvector as search
      from unnest(${[...told.keys()]}::bigint[], ${[...told.values()]}::bigint[]) as told(article_id, seq)
      join reader.articles a on a.id = told.article_id
    ), fit as (
      select t.article_id, min(t.seq) as seq, array_agg(distinct q.query_id) as query_ids
      from (select array_agg(article_id) as ids, array_agg(search) as vectors from texts) as these
      cross join lateral nashra.${fitting}(ids, vectors) q
      join texts t on t.article_id = q.article_id
      where (q.publishers is null or t.publisher_id = any (q.publishers))
        and (q.language is null or t.language = q.language or t.language like q.language || '-%')
      group by t.article_id
    ), new as materialized (
      select fit.article_id, fit.seq, case when before.article_id is null then fit.query_ids
        else array(select unnest(fit.query_ids) except select unnest(before.query_ids)) end as query_ids
      from fit left join nashra.query_told before on before.article_id = fit.article_id
    ), written as (
      insert into nashra.query_match (query_id, seq, article_id, event)
      select unnest(query_ids), seq, article_id, 'match' from new order by 1, 2
    ), kept as (
      insert into nashra.query_told as t (article_id, query_ids, seq)
      select article_id, query_ids, seq from new where query_ids <> '{}'
      on conflict (article_id) do update set query_ids = t.query_ids || excluded.query_ids, seq = excluded.seq
    ), last as (
      select query_id, max(new.seq) as seq from new cross join lateral unnest(query_ids) as told(query_id)
      join nashra.webhook using (query_id) group by 1
    )
    ${DUE}`.execute(db);
}

/** Who was told of an article that is shown no more is told so. */
async function tellRemovals(db: Queryable, removed: readonly Change[]): Promise<void> {
  await sql`
    with gone as (
      delete from nashra.query_told t
      using unnest(${removed.map(({ articleId }) => articleId)}::bigint[], ${removed.map(({ seq }) => seq)}::bigint[]) as told(article_id, seq)
      where t.article_id = told.article_id
        and not exists (select from reader.timeline shown where shown.article_id = told.article_id)
      returning t.article_id, t.query_ids, told.seq
    ), written as (
      insert into nashra.query_match (query_id, seq, article_id, event)
      select unnest(query_ids), seq, article_id, 'removed' from gone order by 1, 2
      returning query_id, seq
    ), last as (select query_id, max(seq) as seq from written group by 1)
    ${DUE}`.execute(db);
}

const DUE = sql`update nashra.webhook w set due_seq = last.seq, next_try_at = coalesce(w.next_try_at, now())
    from last where last.query_id = w.query_id`;

/** Forgets matches with the changes by which they came, at most so many at a time. */
export async function sweepMatches(db: Queryable, rows: number): Promise<number> {
  let swept = 0;
  for (const table of ['query_match', 'query_told'] as const) {
    const { numAffectedRows } = await sql`
      delete from nashra.${sql.raw(table)} where ctid = any (array(
        select ctid from nashra.${sql.raw(table)} where seq <= (select kept_after from reader.change_window) limit ${rows}))`.execute(
      db,
    );
    swept += Number(numAffectedRows ?? 0);
  }
  return swept;
}
