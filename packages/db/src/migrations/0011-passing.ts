import { type Kysely, sql } from 'kysely';

/**
 * What passes is not given up: an address knows how often in a row it came to nothing and when it is looked at again,
 * and a feed where its server says that it has moved to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table nashra.address add column vain smallint not null default 0, add column again_at timestamptz,
    add column again_lane smallint check (again_lane in (0, 1)), add column unlisted_at timestamptz`,
  // Only what is to be looked at again is in them, so that other addresses cost nothing.
  'create index address_again on nashra.address (again_at) where again_at is not null',
  'create index address_again_listed on nashra.address (found_in) where again_at is not null',
  'alter table nashra.flight add column again_ms integer check (again_ms > 0)',
  `alter table nashra.feed add column moved_to text check (length(moved_to) <= 4096),
    add column moved_since timestamptz, add column moved_seen_at timestamptz,
    add check ((moved_to is null) = (moved_since is null))`,
  'create index feed_moved on nashra.feed (moved_since) where moved_to is not null',
];

const undo = [
  'alter table nashra.feed drop column moved_to, drop column moved_since, drop column moved_seen_at',
  'alter table nashra.flight drop column again_ms',
  `alter table nashra.address drop column vain, drop column again_at, drop column again_lane,
    drop column unlisted_at`,
];
