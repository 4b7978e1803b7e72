import { type Kysely, sql } from 'kysely';

/**
 * A match costs a row and its place in one index: which queries an article was told to is one row an article, and who
 * forgets a query forgets its matches.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const statements = [
  `create table nashra.query_told (
    article_id bigint primary key,
    query_ids bigint[] not null,
    seq bigint not null
  )`,
  'create index query_told_seq on nashra.query_told using brin (seq) with (pages_per_range = 8)',
  `insert into nashra.query_told (article_id, query_ids, seq)
    select article_id, array_agg(query_id), max(seq) from (
      select distinct on (article_id, query_id) article_id, query_id, seq, event from nashra.query_match
      order by article_id, query_id, seq desc) latest
    where event = 'match' group by article_id`,
  'alter table nashra.query_match drop constraint query_match_query_id_fkey',
  'drop index nashra.query_match_article',
  // Both tables of queries are read as a whole: a few milliseconds for ten thousand, in the place of a look for each word of
  // each text. What is large, the text, comes last, so that it is carried nowhere.
  `create function nashra.queries_fitting(ids bigint[], vectors tsvector[])
    returns table(article_id bigint, query_id bigint, publishers integer[], language text) language sql stable rows 10000
    set enable_nestloop = off set enable_mergejoin = off as $$
    with texts as materialized (select * from unnest(ids, vectors) as t(id, search))
    select t.id, led.query_id, led.publishers, led.language
    from (
      select own.id, q.id as query_id, q.asked, q.publishers, lower(q.language) as language
      from (
        select texts.id, k.query_id
        from texts cross join lateral unnest(tsvector_to_array(search) || ''::text) as word(lexeme)
        join nashra.query_anchor k on k.lexeme = word.lexeme collate "C" offset 0
      ) own join nashra.saved_query q on q.id = own.query_id offset 0
    ) led join texts t on t.id = led.id where t.search @@ led.asked
  $$`,
];

const undo = [
  'drop function nashra.queries_fitting',
  'delete from nashra.query_match m where not exists (select from nashra.saved_query q where q.id = m.query_id)',
  'create index query_match_article on nashra.query_match (article_id, query_id, seq)',
  `alter table nashra.query_match add constraint query_match_query_id_fkey
    foreign key (query_id) references nashra.saved_query on delete cascade`,
  'drop table nashra.query_told',
];
