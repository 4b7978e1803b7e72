import { type Kysely, sql } from 'kysely';

/** Sources, the ledger of addresses, and what befell them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table nashra.quarantine, nashra.draft, nashra.fetch_log, nashra.feed, nashra.address,
    nashra.publisher`.execute(db);
}

const statements = [
  `create table nashra.publisher (
    id integer primary key generated always as identity,
    slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$' and length(slug) <= 80),
    name text not null check (length(name) between 1 and 200),
    name_native text,
    homepage text,
    language text,
    country text check (country ~ '^[A-Z]{2}$'),
    time_zone text not null,
    state text not null default 'active' check (state in ('active', 'paused')),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  `create table nashra.address (
    id bigint primary key default nashra.next_id(),
    key bytea not null unique check (length(key) = 16),
    address text not null check (length(address) <= 4096),
    host text not null,
    publisher_id integer not null references nashra.publisher,
    kind text not null check (kind in ('feed', 'sitemap', 'article')),
    lane smallint not null default 0 check (lane in (0, 1)),
    state text not null default 'waiting' check (state in ('waiting', 'queued', 'fetched', 'parsed',
      'decided', 'indexed', 'known', 'read', 'dropped', 'quarantined')),
    reason text,
    due_at timestamptz not null default now(),
    article_id bigint,
    blob_sha256 bytea check (length(blob_sha256) = 32),
    fetch_id bigint,
    etag text,
    last_modified text,
    guid_key bytea,
    entry_hash bytea,
    entry jsonb,
    found_in bigint references nashra.address on delete set null,
    waits smallint not null default 0,
    rescues smallint not null default 0,
    history jsonb not null default '[]',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    check (state not in ('dropped', 'quarantined') or reason is not null)
  ) with (fillfactor = 85)`,
  // The release walks hosts (skip scan), then takes the first addresses of each by lane and age.
  `create index address_waiting on nashra.address (host, lane, due_at, id) where state = 'waiting'`,
  `create index address_queued on nashra.address (host, lane) where state = 'queued'`,
  // The reconciler asks for what has not moved for a while.
  `create index address_in_flight on nashra.address (updated_at)
    where state in ('queued', 'fetched', 'parsed', 'decided')`,
  `create index address_found_in on nashra.address (found_in) where found_in is not null`,
  `create index address_publisher on nashra.address (publisher_id)`,
  `create index address_article on nashra.address (article_id) where article_id is not null`,
  `create index address_blob on nashra.address (blob_sha256) where blob_sha256 is not null`,
  `create table nashra.feed (
    id integer primary key generated always as identity,
    publisher_id integer not null references nashra.publisher,
    address_id bigint not null unique references nashra.address,
    title text,
    state text not null default 'active' check (state in ('active', 'paused')),
    interval_seconds integer not null default 900 check (interval_seconds between 1 and 2592000),
    next_poll_at timestamptz not null default now(),
    last_polled_at timestamptz,
    last_success_at timestamptz,
    last_entry_at timestamptz,
    failures integer not null default 0 check (failures >= 0),
    last_reason text,
    entries_seen integer not null default 0,
    entries_new integer not null default 0,
    created_at timestamptz not null default now()
  )`,
  `create index feed_due on nashra.feed (next_poll_at) where state = 'active'`,
  `create index feed_publisher on nashra.feed (publisher_id)`,
  `create table nashra.fetch_log (
    id bigint primary key default nashra.next_id(),
    address_id bigint not null references nashra.address on delete cascade,
    status smallint,
    outcome text not null,
    ms integer not null,
    bytes integer,
    blob_sha256 bytea,
    final_address text,
    hops jsonb
  )`,
  `create index fetch_log_address on nashra.fetch_log (address_id, id)`,
  `create table nashra.draft (
    address_id bigint primary key references nashra.address on delete cascade,
    draft jsonb not null,
    decision jsonb,
    created_at timestamptz not null default now()
  )`,
  `create table nashra.quarantine (
    id bigint primary key default nashra.next_id(),
    queue text not null,
    job_id text,
    payload jsonb not null,
    code text not null,
    message text not null,
    address_id bigint references nashra.address on delete cascade,
    created_at timestamptz not null default now()
  )`,
  `create index quarantine_address on nashra.quarantine (address_id) where address_id is not null`,
];
