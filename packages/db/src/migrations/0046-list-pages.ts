import { type Kysely, sql } from 'kysely';

/** Whether a source is a page of headlines, to be read as if it were a feed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nashra.feed add column is_page boolean not null default false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nashra.feed drop column is_page`.execute(db);
}
