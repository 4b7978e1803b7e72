import { type Kysely, sql } from 'kysely';

/** A text alone is led to queries by the index of anchors, in the place of reading all queries: news come one by one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(fitting).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop function nashra.queries_fitting_few`.execute(db);
}

/** As `queries_fitting`, with other ways to the same rows. */
const fitting = `create function nashra.queries_fitting_few(ids bigint[], vectors tsvector[])
    returns table(article_id bigint, query_id bigint, publishers integer[], language text) language sql stable rows 100
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off as $$
    select led.id, q.id, q.publishers, lower(q.language)
    from (
      select t.id, t.search, k.query_id
      from unnest(ids, vectors) as t(id, search) cross join lateral unnest(tsvector_to_array(search) || ''::text) as word(lexeme)
      join nashra.query_anchor k on k.lexeme = word.lexeme collate "C" offset 0
    ) led join nashra.saved_query q on q.id = led.query_id where led.search @@ q.asked
  $$`;
