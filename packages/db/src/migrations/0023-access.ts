import { type Kysely, sql } from 'kysely';

/** What sources are asked with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const statements = [
  `create table nashra.access (
    id bigint primary key default nashra.next_id(),
    publisher_id integer not null references nashra.publisher on delete cascade,
    feed_address_id bigint references nashra.feed (address_id) on delete cascade,
    origins text[] not null check (cardinality(origins) <= 1000),
    said jsonb not null check (pg_column_size(said) < 200000),
    before jsonb check (pg_column_size(before) < 200000),
    names text[] not null,
    updated_at timestamptz not null default now(),
    unique nulls not distinct (publisher_id, feed_address_id)
  )`,
  'create index access_feed on nashra.access (feed_address_id) where feed_address_id is not null',
];

const undo = ['drop table nashra.access'];
