import { type Kysely, sql } from 'kysely';

/** Stories, articles, what they said over time, and the order in which all that was committed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nashra.address drop constraint address_article_id_fkey`.execute(db);
  await sql`drop table nashra.change, nashra.image, nashra.revision, nashra.article_key, nashra.article,
    nashra.story`.execute(db);
}

const statements = [
  `create table nashra.story (
    id bigint primary key default nashra.next_id(),
    created_at timestamptz not null default now()
  )`,
  `create table nashra.article (
    id bigint primary key default nashra.next_id(),
    publisher_id integer not null references nashra.publisher,
    address_id bigint not null unique references nashra.address,
    story_id bigint not null references nashra.story,
    copy_of bigint references nashra.article on delete set null,
    revision integer not null default 0 check (revision >= 0),
    language text,
    published_at timestamptz,
    search tsvector,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    check (revision = 0 or published_at is not null),
    check (copy_of <> id)
  )`,
  `alter table nashra.address add constraint address_article_id_fkey
    foreign key (article_id) references nashra.article on delete set null`,
  `create index article_latest on nashra.article (published_at desc, id desc) where revision > 0`,
  `create index article_publisher_latest on nashra.article (publisher_id, published_at desc, id desc)
    where revision > 0`,
  `create index article_story on nashra.article (story_id)`,
  `create index article_copy_of on nashra.article (copy_of) where copy_of is not null`,
  `create index article_search on nashra.article using gin (search)`,
  `create table nashra.article_key (
    kind text not null check (kind in ('canonical', 'guid', 'text', 'title')),
    key bytea not null,
    article_id bigint not null references nashra.article on delete cascade,
    claimed_at timestamptz not null default now(),
    primary key (kind, key, article_id)
  )`,
  `create index article_key_article on nashra.article_key (article_id)`,
  `create table nashra.revision (
    article_id bigint not null references nashra.article on delete cascade,
    number integer not null check (number > 0),
    title text not null,
    authors text[] not null,
    body text not null,
    html text not null,
    summary text,
    section text,
    tags text[] not null,
    language text,
    published_at timestamptz,
    published_precision text check (published_precision in ('day', 'minute', 'second', 'approx')),
    published_source text,
    modified_at timestamptz,
    word_count integer not null,
    content_hash bytea not null,
    extractor_version text not null,
    blob_sha256 bytea not null check (length(blob_sha256) = 32),
    fetch_id bigint,
    facts jsonb not null default '{}',
    created_at timestamptz not null default now(),
    primary key (article_id, number)
  )`,
  `create index revision_blob on nashra.revision (blob_sha256)`,
  `create table nashra.image (
    id bigint primary key default nashra.next_id(),
    article_id bigint not null references nashra.article on delete cascade,
    address text not null,
    position smallint not null,
    is_lead boolean not null,
    caption text,
    credit text,
    alt text,
    unique (article_id, address)
  )`,
  `create table nashra.change (
    seq bigint primary key generated always as identity,
    kind text not null check (kind in ('article_created', 'article_revised')),
    article_id bigint not null,
    story_id bigint not null,
    revision integer not null,
    at timestamptz not null default clock_timestamp()
  )`,
];
