import { type Kysely, sql } from 'kysely';

/** Which publishers are wont to tell what others have told: their feeds are asked sooner then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table nashra.beat (
    publisher_id integer not null references nashra.publisher on delete cascade,
    follower_id integer not null references nashra.publisher on delete cascade,
    share real not null check (share > 0 and share <= 1),
    primary key (publisher_id, follower_id),
    check (publisher_id <> follower_id)
  )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table nashra.beat`.execute(db);
}
