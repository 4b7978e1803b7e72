import { type Kysely, sql } from 'kysely';

/**
 * What moves is small: an address on its way is a row of its own, changed in place, and the ledger is written when its
 * flight ends. What a page says is written once, by parse, its search vector with it; a revision only points at it.
 * Counts are sums of differences, and a story knows what its articles span.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const articles = (text: string, search: string, more = '') =>
  `select a.id, a.publisher_id, a.story_id, a.copy_of, a.revision, r.title, r.authors, r.summary,
      r.body, r.html, r.section, r.tags, a.language, a.published_at, r.published_precision,
      r.published_source, r.modified_at, r.word_count, d.address as url, a.created_at as first_seen_at,
      a.updated_at, ${search} as search${more}
    from nashra.article a
    join ${text}
    join nashra.address d on d.id = a.address_id where a.revision > 0`;

const SURENESS = `, facts -> 'sureness' as sureness`;
const OF_REVISION = 'nashra.revision r on r.article_id = a.id and r.number = a.revision';

const revisions = (createdAt: string, from: string, more = '') =>
  `select article_id, number, title, authors, body, html, summary, section, tags, language,
      published_at, published_precision, published_source, modified_at, word_count, extractor_version,
      ${createdAt} as created_at${more} from ${from}`;

const FLIGHT_STATES = `('waiting', 'queued', 'fetched', 'parsed', 'decided')`;

/** Views made anew lose what was said of them and who may read them. */
const comments = [
  `comment on view reader.articles is 'Every article as it reads now. One row an article.'`,
  ...Object.entries({
    id: 'Time-ordered, below 2^53, never used again',
    story_id: 'Articles that tell one report share it',
    copy_of: 'The earlier article of another publisher that carries the same text',
    revision: 'Number of the revision shown; see reader.revisions for the others',
    body: 'Plain text, paragraphs apart by an empty line',
    html: 'The body as sanitized HTML',
    published_at: 'The instant the publisher gives, or of the first sight when none is given',
    published_precision:
      'day, minute, second or approx; a day stands as its first instant in the publisher’s zone',
    published_source: 'Where the time was read: json-ld, meta, time, visible, address, feed, crawl',
    url: 'The original page',
    search: 'Text search vector over folded text; see docs/reader.md for how to query it',
  }).map(([column, comment]) => `comment on column reader.articles.${column} is '${comment}'`),
  `comment on view reader.revisions is 'What every article said over time. Rows are never changed.'`,
  `comment on column reader.revisions.number is 'Counts from 1'`,
  `comment on column reader.revisions.created_at is 'When this version was stored'`,
  `do $$ begin
    if exists (select from pg_roles where rolname = 'nashra_reader') then
      grant select on reader.articles, reader.revisions to nashra_reader;
    end if;
  end $$`,
];

const statements = [
  // Drafts of the old form are read again from their bodies; what was claimed for them is taken back.
  `create temporary table again as
    select id, capture_id from nashra.address where state in ('parsed', 'decided')`,
  `update nashra.address set article_id = null, state = case when capture_id is null then 'waiting' else 'fetched' end
    where id in (select id from again)`,
  `create temporary table unclaimed as
    select a.id, a.story_id from nashra.article a where a.revision = 0`,
  `update nashra.address set state = case when capture_id is null then 'waiting' else 'fetched' end,
      reason = 'original_lost', article_id = null
    where state = 'known' and article_id in (select id from unclaimed)`,
  `delete from nashra.article where id in (select id from unclaimed)`,
  `delete from nashra.story s using unclaimed u where s.id = u.story_id
    and not exists (select from nashra.article a where a.story_id = s.id)`,
  'drop table again, unclaimed',

  `create table nashra.flight (
    address_id bigint primary key,
    state text not null check (state in ${FLIGHT_STATES}),
    reason text,
    host text not null,
    lane smallint not null default 0 check (lane in (0, 1)),
    publisher_id integer not null,
    due_at timestamptz,
    whole boolean not null default false,
    capture_id bigint,
    etag text,
    last_modified text,
    article_id bigint,
    waits smallint not null default 0,
    rescues smallint not null default 0,
    moved_at timestamptz not null default now(),
    check ((state = 'waiting') = (due_at is not null))
  ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000)`,
  `insert into nashra.flight (address_id, state, reason, host, lane, publisher_id, due_at, capture_id, etag,
      last_modified, article_id, waits, rescues, moved_at)
    select id, state, reason, host, lane, publisher_id, case when state = 'waiting' then due_at end, capture_id, etag,
      last_modified, null, waits, rescues, updated_at
    from nashra.address where state in ${FLIGHT_STATES}`,
  // The release walks hosts (skip scan), then takes the first of each by lane and age.
  `create index flight_waiting on nashra.flight (host, lane, due_at, address_id) where due_at is not null`,
  `create index flight_let_in on nashra.flight (host, lane) where due_at is null`,

  'drop index nashra.address_waiting, nashra.address_queued, nashra.address_in_flight',
  `alter table nashra.address drop constraint address_state_check, drop constraint address_check`,
  `alter table nashra.address alter column state drop not null, alter column state drop default`,
  // A page that has an article was written once; of any other nobody knows how it ended before.
  `update nashra.address set state = case when article_id is null then null else 'indexed' end, reason = null
    where state in ${FLIGHT_STATES}`,
  `alter table nashra.address
    add check (state in ('indexed', 'known', 'read', 'dropped', 'quarantined')),
    add check (state not in ('dropped', 'quarantined') or reason is not null),
    drop column lane, drop column due_at, drop column waits, drop column rescues`,
  'create index address_ended on nashra.address (state, reason, id)',

  // Logs and facts of an address ask it nothing when they are written.
  'alter table nashra.fetch_log drop constraint fetch_log_address_id_fkey',
  'alter table nashra.capture drop constraint capture_address_id_fkey',

  'drop table nashra.draft',
  'drop view reader.revisions, reader.articles',
  'alter table nashra.revision rename to content',
  `alter table nashra.content add column id bigint not null default nashra.next_id(), add column search tsvector`,
  `create table nashra.revision (
    article_id bigint not null references nashra.article on delete cascade,
    number integer not null check (number > 0),
    content_id bigint not null,
    created_at timestamptz not null default now(),
    constraint revision_key primary key (article_id, number)
  )`,
  `insert into nashra.revision (article_id, number, content_id, created_at)
    select article_id, number, id, created_at from nashra.content`,
  'alter table nashra.article add column content_id bigint',
  `update nashra.article a set content_id = r.content_id from nashra.revision r
    where r.article_id = a.id and r.number = a.revision`,
  `update nashra.content c set search = a.search from nashra.article a where a.content_id = c.id`,
  'drop index nashra.article_search',
  'alter table nashra.article drop column search',
  'create unique index article_content on nashra.article (content_id) where content_id is not null',
  `alter table nashra.content drop constraint revision_pkey, drop constraint revision_article_id_fkey,
    drop column article_id, drop column number, add primary key (id)`,
  'alter index nashra.revision_capture rename to content_capture',
  'create index content_search on nashra.content using gin (search)',
  `create view reader.articles as ${articles('nashra.content r on r.id = a.content_id', 'r.search', SURENESS)}`,
  `create view reader.revisions as ${revisions('r.created_at', 'nashra.revision r join nashra.content c on c.id = r.content_id', SURENESS)}`,
  ...comments,
  ...['articles', 'revisions'].map(
    (view) => `comment on column reader.${view}.sureness is
      'How sure the reading is of its body, title, authors, date, and that it is an article: 0 to 1 each'`,
  ),
  `create table nashra.draft (
    address_id bigint primary key,
    content_id bigint not null,
    key_kinds text[] not null,
    keys bytea[] not null,
    images jsonb not null,
    article_id bigint,
    created_at timestamptz not null default now(),
    check (array_length(key_kinds, 1) is not distinct from array_length(keys, 1))
  )`,

  `alter table nashra.story add column articles integer not null default 0 check (articles >= 0),
    add column publishers integer not null default 0, add column first_published_at timestamptz,
    add column last_published_at timestamptz`,
  `update nashra.story s set articles = of.articles, publishers = of.publishers, first_published_at = of.first,
      last_published_at = of.last
    from (select story_id, count(*) as articles, count(distinct publisher_id) as publishers,
        min(published_at) as first, max(published_at) as last
      from nashra.article where revision > 0 group by story_id) of
    where of.story_id = s.id`,
  `create index story_latest on nashra.story (last_published_at desc, id desc) where articles > 0`,
  `create or replace view reader.stories as
    select id, articles, publishers, first_published_at, last_published_at from nashra.story where articles > 0`,

  `create table nashra.tally (what text not null, n bigint not null)
    with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`,
  `insert into nashra.tally (what, n)
    select 'address ' || f.state, count(*) from nashra.flight f group by f.state
    union all select 'address ' || a.state || coalesce(' ' || a.reason, ''), count(*) from nashra.address a
      where a.state is not null and not exists (select from nashra.flight f where f.address_id = a.id)
      group by a.state, a.reason
    union all select 'articles', count(*) from nashra.article
    union all select 'revisions', count(*) from nashra.revision
    union all select 'stories', count(*) from nashra.story where articles > 0
    union all select 'images', count(*) from nashra.image
    union all select 'changes', count(*) from nashra.change`,
];

const undo = [
  'drop table nashra.tally, nashra.draft',
  `create or replace view reader.stories as
    select s.id, count(a.id)::integer as articles, count(distinct a.publisher_id)::integer as publishers,
      min(a.published_at) as first_published_at, max(a.published_at) as last_published_at
    from nashra.story s join nashra.article a on a.story_id = s.id and a.revision > 0 group by s.id`,
  `alter table nashra.story drop column articles, drop column publishers, drop column first_published_at,
    drop column last_published_at`,
  // Drafts are read again from their bodies.
  `update nashra.flight set state = case when capture_id is null then 'waiting' else 'fetched' end,
      due_at = case when capture_id is null then now() end where state in ('parsed', 'decided')`,
  'delete from nashra.article where revision = 0',
  'drop view reader.revisions, reader.articles',
  `delete from nashra.content c where not exists (select from nashra.revision r where r.content_id = c.id)`,
  'alter table nashra.article add column search tsvector',
  'update nashra.article a set search = c.search from nashra.content c where c.id = a.content_id',
  'create index article_search on nashra.article using gin (search)',
  `alter table nashra.content add column article_id bigint references nashra.article on delete cascade,
    add column number integer check (number > 0)`,
  `update nashra.content c set article_id = r.article_id, number = r.number from nashra.revision r
    where r.content_id = c.id`,
  'drop table nashra.revision',
  'alter table nashra.content rename to revision',
  'alter table nashra.article drop column content_id',
  'alter index nashra.content_capture rename to revision_capture',
  `alter table nashra.revision drop column id, drop column search, alter column article_id set not null,
    alter column number set not null, add constraint revision_pkey primary key (article_id, number)`,
  `create view reader.articles as ${articles(OF_REVISION, 'a.search')}`,
  `create view reader.revisions as ${revisions('created_at', 'nashra.revision')}`,
  ...comments,
  `create table nashra.draft (
    address_id bigint primary key references nashra.address on delete cascade,
    draft jsonb not null,
    decision jsonb,
    created_at timestamptz not null default now()
  )`,
  `alter table nashra.capture add foreign key (address_id) references nashra.address on delete cascade`,
  `delete from nashra.fetch_log l where not exists (select from nashra.address a where a.id = l.address_id)`,
  `alter table nashra.fetch_log add foreign key (address_id) references nashra.address on delete cascade`,
  'drop index nashra.address_ended',
  `alter table nashra.address drop constraint address_state_check, drop constraint address_check,
    add column lane smallint not null default 0 check (lane in (0, 1)),
    add column due_at timestamptz not null default now(),
    add column waits smallint not null default 0, add column rescues smallint not null default 0`,
  `update nashra.address a set state = f.state, reason = f.reason, lane = f.lane, due_at = coalesce(f.due_at, now()),
      waits = f.waits, rescues = f.rescues, capture_id = coalesce(f.capture_id, a.capture_id)
    from nashra.flight f where f.address_id = a.id`,
  `alter table nashra.address alter column state set not null, alter column state set default 'waiting',
    add check (state in ('waiting', 'queued', 'fetched', 'parsed', 'decided', 'indexed', 'known', 'read', 'dropped',
      'quarantined')),
    add check (state not in ('dropped', 'quarantined') or reason is not null)`,
  'drop table nashra.flight',
  `create index address_waiting on nashra.address (host, lane, due_at, id) where state = 'waiting'`,
  `create index address_queued on nashra.address (host, lane) where state = 'queued'`,
  `create index address_in_flight on nashra.address (updated_at)
    where state in ('queued', 'fetched', 'parsed', 'decided')`,
];
