import { type Kysely, sql } from 'kysely';

/** How well a feed is told of by a hub or by other feeds: it is asked more rarely then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nashra.feed add column told smallint not null default 0`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nashra.feed drop column told`.execute(db);
}
