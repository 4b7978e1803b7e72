import { type Kysely, sql } from 'kysely';

/** Questions that are held against each article as it comes, what they found, and where that is sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const comments: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  saved_queries: {
    id: 'Never used again',
    name: 'How people name it',
    query: 'As it would be given to reader.search',
    language: 'Only articles of this language, BCP 47; null for all',
    publisher: 'Only articles of this publisher, slug or name; null for all',
    created_at: 'It is held against articles that came since',
  },
  query_matches: {
    query: 'Name of the saved query',
    seq: 'Of the change by which it came to be so; read on with seq > the last one seen. Rises for each query; none appears late',
    article_id: 'See reader.articles; of one that was removed, see reader.tombstones',
    event:
      'match: the article answers the query, told once; removed: it was taken down, and a program that kept it should forget it',
    at: 'When it was found',
  },
};

const statements = [
  `create table nashra.saved_query (
    id bigint primary key default nashra.next_id(),
    name text not null unique check (name ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
    query text not null check (length(query) <= 500),
    language text check (length(language) <= 35),
    publisher text check (length(publisher) <= 200),
    asked tsquery not null,
    publishers integer[],
    created_at timestamptz not null default now()
  )`,
  `create table nashra.query_anchor (
    lexeme text collate "C" not null,
    query_id bigint not null references nashra.saved_query on delete cascade,
    primary key (lexeme, query_id)
  )`,
  'create index query_anchor_query on nashra.query_anchor (query_id)',
  `create table nashra.query_match (
    query_id bigint not null references nashra.saved_query on delete cascade,
    seq bigint not null,
    article_id bigint not null,
    event text not null check (event in ('match', 'removed')),
    at timestamptz not null default now(),
    primary key (query_id, seq)
  )`,
  'create index query_match_article on nashra.query_match (article_id, query_id, seq)',
  // They come in its order, so that its blocks know it without a tree.
  'create index query_match_seq on nashra.query_match using brin (seq) with (pages_per_range = 8)',
  `create table nashra.webhook (
    query_id bigint primary key references nashra.saved_query on delete cascade,
    address text not null check (length(address) <= 4096),
    secret text not null,
    state text not null default 'active' check (state in ('active', 'paused')),
    delivered_seq bigint not null default 0,
    due_seq bigint not null default 0,
    parcel_seq bigint,
    failures integer not null default 0,
    next_try_at timestamptz,
    last_error text check (length(last_error) <= 500),
    delivered_at timestamptz
  )`,
  `create index webhook_due on nashra.webhook (next_try_at) where state = 'active' and next_try_at is not null`,
  `create function nashra.read_saved_query(query text, language text, publisher text, out asked tsquery, out publishers integer[])
    language sql stable as $$
    select reader.search_query(query, language), (
      select array_agg(distinct id) filter (where id is not null) || '{}'::integer[]
      from (select publisher as name where publisher is not null
        union all select term from nashra.search_terms(query) where kind = 'publisher' and not is_out) named
      left join lateral unnest(nashra.publishers_named(name)) as id on true
      having count(*) > 0)
  $$`,
  `create view reader.saved_queries as select id, name, query, language, publisher, created_at from nashra.saved_query`,
  `create view reader.query_matches as select q.name as query, m.seq, m.article_id, m.event, m.at
    from nashra.query_match m join nashra.saved_query q on q.id = m.query_id`,
  `comment on view reader.saved_queries is 'Questions that are held against every article as it comes'`,
  `comment on view reader.query_matches is 'What came to answer a saved query, in order; kept as long as changes are'`,
  ...Object.entries(comments).flatMap(([view, columns]) =>
    Object.entries(columns).map(
      ([column, says]) => `comment on column reader.${view}.${column} is '${says}'`,
    ),
  ),
  `do $$ begin
    if exists (select from pg_roles where rolname = 'nashra_reader') then
      grant select on reader.saved_queries, reader.query_matches to nashra_reader;
    end if;
  end $$`,
];

const undo = [
  'drop view reader.query_matches, reader.saved_queries',
  'drop function nashra.read_saved_query',
  'drop table nashra.webhook, nashra.query_match, nashra.query_anchor, nashra.saved_query',
];
