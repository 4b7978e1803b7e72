import { type Kysely, sql } from 'kysely';

/** Who may do what in the dashboards, tokens for their programs, and what operators were told of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const statements = [
  `create table nashra.ops_user (
    name text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
    role text not null check (role in ('viewer', 'operator', 'admin')),
    salt bytea not null check (octet_length(salt) = 16),
    hash bytea not null check (octet_length(hash) = 32),
    login bytea not null check (octet_length(login) = 32),
    made_at timestamptz not null default now()
  )`,
  'alter table nashra.ops_token add column who text references nashra.ops_user on delete cascade',
  'create index ops_token_who on nashra.ops_token (who) where who is not null',
  `create table nashra.api_token (
    id bigint primary key default nashra.next_id(),
    hash bytea not null unique check (octet_length(hash) = 32),
    who text not null references nashra.ops_user on delete cascade,
    name text not null check (length(name) between 1 and 100),
    scopes text[] not null check (cardinality(scopes) between 1 and 10),
    ends_at timestamptz not null
  )`,
  'create index api_token_who on nashra.api_token (who)',
  `create table nashra.alarm (
    key text primary key check (length(key) between 1 and 300),
    what text not null check (length(what) <= 1000),
    since timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    told_at timestamptz,
    over_at timestamptz
  )`,
];

const undo = [
  'drop table nashra.alarm, nashra.api_token',
  'alter table nashra.ops_token drop column who',
  'drop table nashra.ops_user',
];
