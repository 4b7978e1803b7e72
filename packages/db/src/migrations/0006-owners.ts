import { type Kysely, sql } from 'kysely';

/**
 * Rows find their owners: what befell an address is a journal beside it, a kept body is a capture that lives as long
 * as its results, a feed knows its own address, operators' acts are written down, and the locks of the pipeline are
 * rows that no reader can reach.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const instantOf = (id: string) =>
  `(timestamptz '2020-01-01 00:00:00+00' + make_interval(secs => (${id} >> 12) / 1000.0))`;

const articles = (where: string) =>
  `select a.id, a.publisher_id, a.story_id, a.copy_of, a.revision, r.title, r.authors, r.summary,
      r.body, r.html, r.section, r.tags, a.language, a.published_at, r.published_precision,
      r.published_source, r.modified_at, r.word_count, d.address as url, a.created_at as first_seen_at,
      a.updated_at, a.search
    from nashra.article a
    join nashra.revision r on r.article_id = a.id and r.number = a.revision
    join nashra.address d on d.id = a.address_id ${where}`;

const statements = [
  // The journal: one row a step. Its id carries the time; without a foreign key, since it is a log.
  `create table nashra.journal (
    address_id bigint not null,
    id bigint not null default nashra.next_id(),
    state text not null,
    reason text,
    primary key (address_id, id)
  )`,
  // Steps of one millisecond keep their order by their place.
  `insert into nashra.journal (address_id, id, state, reason)
    select a.id, ((step.value ->> 0)::bigint - 1577836800000) * 4096 + step.place, step.value ->> 1,
      step.value ->> 2
    from nashra.address a, jsonb_array_elements(a.history) with ordinality as step(value, place)
    where jsonb_typeof(step.value -> 0) = 'number'
    on conflict do nothing`,
  `create index journal_age on nashra.journal using brin (id) with (pages_per_range = 32)`,
  `alter table nashra.address drop column history`,

  // Captures take over the ids of the fetches that made them: the time of a body is in its id already.
  `create table nashra.capture (
    address_id bigint not null references nashra.address on delete cascade,
    id bigint not null default nashra.next_id(),
    blob_sha256 bytea not null check (length(blob_sha256) = 32),
    origin text not null check (origin in ('http', 'warc', 'push', 'file')),
    final_address text not null check (length(final_address) <= 4096),
    content_type text,
    head jsonb,
    captured_at timestamptz not null,
    primary key (address_id, id)
  )`,
  `update nashra.address set fetch_id = nashra.next_id() where blob_sha256 is not null and fetch_id is null`,
  `update nashra.revision r set fetch_id = coalesce(
      (select a.fetch_id from nashra.article b join nashra.address a on a.id = b.address_id
        where b.id = r.article_id and a.blob_sha256 = r.blob_sha256), nashra.next_id())
    where fetch_id is null`,
  `insert into nashra.capture (address_id, id, blob_sha256, origin, final_address, captured_at)
    select distinct on (kept.address_id, kept.id) kept.address_id, kept.id, kept.blob_sha256, 'http',
      coalesce(l.final_address, d.address), ${instantOf('kept.id')}
    from (
      select id as address_id, fetch_id as id, blob_sha256 from nashra.address where blob_sha256 is not null
      union all
      select coalesce(l.address_id, a.address_id), r.fetch_id, r.blob_sha256
      from nashra.revision r join nashra.article a on a.id = r.article_id
      left join nashra.fetch_log l on l.id = r.fetch_id
    ) kept
    join nashra.address d on d.id = kept.address_id
    left join nashra.fetch_log l on l.id = kept.id
    order by kept.address_id, kept.id`,
  `create index capture_blob on nashra.capture (blob_sha256)`,
  `alter table nashra.address rename column fetch_id to capture_id`,
  `update nashra.address set capture_id = null where blob_sha256 is null and capture_id is not null`,
  `alter table nashra.address drop column blob_sha256`,
  `alter table nashra.revision rename column fetch_id to capture_id`,
  `alter table nashra.revision drop column blob_sha256, alter column capture_id set not null`,
  `create index revision_capture on nashra.revision (capture_id)`,
  `update nashra.draft set draft = (draft - 'blobSha256' - 'fetchId')
    || jsonb_build_object('captureId', draft -> 'fetchId')`,

  // Whose article an address carries is kept by the ledger's own verbs, which also send believers back.
  `alter table nashra.address drop constraint address_article_id_fkey`,

  `alter table nashra.feed add column address text`,
  `alter table nashra.feed add column host text`,
  `update nashra.feed set address = a.address, host = a.host from nashra.address a where a.id = feed.address_id`,
  `alter table nashra.feed alter column address set not null, alter column host set not null`,
  `create index feed_host on nashra.feed (host)`,

  // What a replay sent through again, and claims that nobody will write any more.
  `delete from nashra.quarantine q using nashra.address a
    where a.id = q.address_id and a.state <> 'quarantined'`,
  `delete from nashra.quarantine q using nashra.quarantine later
    where later.address_id = q.address_id and later.id > q.id`,
  `drop index nashra.quarantine_address`,
  `create unique index quarantine_address on nashra.quarantine (address_id) where address_id is not null`,
  `insert into nashra.quarantine (queue, payload, code, message, address_id)
    select 'index', jsonb_build_object('addressId', id), upper(reason), 'given up before this was written down', id
    from nashra.address where state = 'quarantined'
    on conflict do nothing`,
  `delete from nashra.draft d using nashra.address a where a.id = d.address_id and a.state = 'quarantined'`,
  `with undone as (
      delete from nashra.article b using nashra.address a
      where a.id = b.address_id and a.state = 'quarantined' and b.revision = 0 returning b.id
    )
    update nashra.address set state = case when capture_id is null then 'waiting' else 'fetched' end,
      reason = 'original_lost', article_id = null, updated_at = now(), due_at = now()
    where state = 'known' and article_id in (select id from undone)`,
  // Copies whose original was given up earlier have lost their article already.
  `update nashra.address set state = case when capture_id is null then 'waiting' else 'fetched' end,
      reason = 'original_lost', updated_at = now(), due_at = now()
    where state = 'known' and article_id is null and reason = 'copy'`,

  `create table nashra.audit (
    id bigint primary key default nashra.next_id(),
    actor text not null check (length(actor) between 1 and 200),
    action text not null check (length(action) between 1 and 80),
    subject text not null check (length(subject) <= 4200),
    reason text check (length(reason) <= 2000),
    detail jsonb not null default '{}'
  )`,
  `create index audit_subject on nashra.audit (subject, id)`,

  // Row locks in place of advisory ones, which every role of the database may take. Slot 0 numbers the changes.
  `create table nashra.latch (slot integer primary key)`,
  `insert into nashra.latch select generate_series(0, 16384)`,

  // Whose pages are whose nobody knows yet: a publisher is born with its first article.
  `insert into nashra.publisher (id, slug, name, time_zone) overriding system value
    values (0, 'unknown', 'unknown', 'UTC')`,
  `create or replace view reader.publishers as
    select id, slug, name, name_native, homepage, language, country, time_zone, state
    from nashra.publisher where id <> 0`,

  // Said in the view, the planner sees that the index on the latest articles fits.
  `create or replace view reader.articles as ${articles('where a.revision > 0')}`,

  `create table nashra.maintenance (
    task text primary key,
    cursor text,
    ran_at timestamptz,
    removed bigint not null default 0
  )`,
];

const undo = [
  `create or replace view reader.articles as ${articles('')}`,
  `create or replace view reader.publishers as
    select id, slug, name, name_native, homepage, language, country, time_zone, state from nashra.publisher`,
  `delete from nashra.publisher where id = 0
    and not exists (select from nashra.address where publisher_id = 0)`,
  `drop table nashra.maintenance, nashra.latch, nashra.audit`,
  `drop index nashra.quarantine_address`,
  `create index quarantine_address on nashra.quarantine (address_id) where address_id is not null`,
  `alter table nashra.feed drop column address, drop column host`,
  `alter table nashra.address add constraint address_article_id_fkey
    foreign key (article_id) references nashra.article on delete set null`,
  `update nashra.draft set draft = (draft - 'captureId') || jsonb_build_object('fetchId', draft -> 'captureId',
    'blobSha256', (select encode(c.blob_sha256, 'hex') from nashra.capture c
      where c.address_id = draft.address_id and c.id = (draft.draft ->> 'captureId')::bigint))`,
  `drop index nashra.revision_capture`,
  `alter table nashra.revision add column blob_sha256 bytea check (length(blob_sha256) = 32)`,
  `update nashra.revision set blob_sha256 = c.blob_sha256 from nashra.capture c where c.id = revision.capture_id`,
  `alter table nashra.revision alter column blob_sha256 set not null`,
  `create index revision_blob on nashra.revision (blob_sha256)`,
  `alter table nashra.revision rename column capture_id to fetch_id`,
  `alter table nashra.address add column blob_sha256 bytea check (length(blob_sha256) = 32)`,
  `update nashra.address set blob_sha256 = c.blob_sha256 from nashra.capture c
    where c.address_id = address.id and c.id = address.capture_id`,
  `create index address_blob on nashra.address (blob_sha256) where blob_sha256 is not null`,
  `alter table nashra.address rename column capture_id to fetch_id`,
  `drop table nashra.capture`,
  `alter table nashra.address add column history jsonb not null default '[]'`,
  `update nashra.address set history = steps.history from (
      select address_id, jsonb_agg(jsonb_build_array((id >> 12) + 1577836800000, state, reason) order by id) as history
      from nashra.journal group by address_id) steps
    where steps.address_id = address.id`,
  `drop table nashra.journal`,
];
