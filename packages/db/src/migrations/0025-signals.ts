import { type Kysely, sql } from 'kysely';

/** Hubs that tell of what feeds publish, and what sources are found to have kept back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table nashra.feed add column hub text check (length(hub) <= 2048),
    add column topic text check (length(topic) <= 2048)`,
  'create index feed_hub on nashra.feed (address_id) where hub is not null',
  `create table nashra.hub_lease (
    id bigint primary key default nashra.next_id(),
    feed_address_id bigint not null unique references nashra.address on delete cascade,
    hub text not null check (length(hub) <= 2048),
    topic text not null check (length(topic) <= 2048),
    token text not null unique check (length(token) between 32 and 100),
    secret text not null check (length(secret) between 32 and 199),
    state text not null check (state in ('asking', 'active', 'denied', 'leaving')),
    again_at timestamptz not null default now(),
    tries integer not null default 0,
    lease_until timestamptz,
    pinged_at timestamptz,
    pings integer not null default 0,
    error text check (length(error) <= 500)
  )`,
  'create index hub_lease_due on nashra.hub_lease (again_at)',
  `create table nashra.omission (
    id bigint primary key default nashra.next_id(),
    feed_address_id bigint not null references nashra.feed (address_id) on delete cascade,
    kind text not null check (length(kind) <= 40),
    evidence text not null check (length(evidence) <= 2000),
    since timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    over_at timestamptz
  )`,
  'create unique index omission_open on nashra.omission (feed_address_id, kind) where over_at is null',
];

const undo = [
  'drop table nashra.omission, nashra.hub_lease',
  'alter table nashra.feed drop column topic, drop column hub',
];
