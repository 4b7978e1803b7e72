import { type Kysely, sql } from 'kysely';

/** Who is taken down for good, and what people said of fields that nobody was sure of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const statements = [
  `create table nashra.takedown (
    id bigint primary key default nashra.next_id(),
    kind text not null check (kind in ('author', 'publisher')),
    publisher_id integer references nashra.publisher,
    name text,
    key text,
    actor text not null,
    reason text not null,
    made_at timestamptz not null default now(),
    lifted_at timestamptz,
    check ((kind = 'author') = (key is not null)),
    check (kind = 'author' or publisher_id is not null)
  )`,
  `create unique index takedown_active on nashra.takedown (kind, coalesce(publisher_id, 0), coalesce(key, ''))
    where lifted_at is null`,
  // Of what went with a takedown, so that lifting it brings back no other.
  'alter table nashra.article add column takedown_id bigint',
  'create index article_takedown on nashra.article (takedown_id) where takedown_id is not null',
  `create table nashra.desk_case (
    id bigint primary key default nashra.next_id(),
    article_id bigint not null,
    address_id bigint not null,
    capture_id bigint not null,
    field text not null check (field in ('title', 'body', 'authors', 'date')),
    said text not null,
    is_right text not null,
    actor text not null,
    made_at timestamptz not null default now(),
    unique (article_id, field)
  )`,
];

const undo = [
  'drop table nashra.desk_case',
  'alter table nashra.article drop column takedown_id',
  'drop table nashra.takedown',
];
