import { type Kysely, sql } from 'kysely';

/** What many pages of one publisher taught the extractor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table nashra.publisher_memory (
      publisher_id integer primary key references nashra.publisher on delete cascade,
      memory jsonb not null,
      layout_changed_at timestamptz,
      updated_at timestamptz not null default now()
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table nashra.publisher_memory`.execute(db);
}
