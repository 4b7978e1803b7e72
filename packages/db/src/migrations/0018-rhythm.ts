import { type Kysely, sql } from 'kysely';

/** What polls teach of a feed: its week, what its publisher asks for, what was pushed out unseen; and the pace of all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table nashra.feed add column rhythm real[], add column pull real check (pull >= 0), add column next_why text,
    add column wishes jsonb, add column overflows integer not null default 0, add column overflow_at timestamptz,
    add column strange_at timestamptz`,
  // A row at the most: what a feed's pull is measured by.
  `create table nashra.pace (
    one boolean primary key default true check (one),
    pull real not null check (pull > 0),
    feeds integer not null,
    reckoned_at timestamptz not null default now()
  )`,
];

const undo = [
  'drop table nashra.pace',
  `alter table nashra.feed drop column rhythm, drop column pull, drop column next_why, drop column wishes,
    drop column overflows, drop column overflow_at, drop column strange_at`,
];
