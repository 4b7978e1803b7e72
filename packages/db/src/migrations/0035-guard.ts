import { type Kysely, sql } from 'kysely';

/** What the pages of a publisher have been like, and whether those that come now are held for a person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table nashra.guard (
      publisher_id integer primary key references nashra.publisher on delete cascade,
      state text not null default 'watching' check (state in ('watching', 'held', 'off')),
      profile jsonb,
      sample jsonb,
      told jsonb,
      told_at timestamptz,
      since timestamptz,
      version integer not null default 1
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table nashra.guard`.execute(db);
}
