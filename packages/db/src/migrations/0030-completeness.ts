import { type Kysely, sql } from 'kysely';

/** Which entries of a source are wanted, and what tells that some are missing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table nashra.publisher add column rules jsonb, add column front_seen_at timestamptz,
    add column front_suspects text[]`,
  'alter table nashra.feed add column rules jsonb, add column shortfall real[]',
];

const undo = [
  'alter table nashra.feed drop column shortfall, drop column rules',
  `alter table nashra.publisher drop column front_suspects, drop column front_seen_at,
    drop column rules`,
];
