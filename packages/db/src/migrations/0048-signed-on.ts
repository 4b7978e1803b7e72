import { type Kysely, sql } from 'kysely';

/** Somebody may be let in by a sign-on elsewhere: known by what the provider calls them, whatever their name. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nashra.ops_user add column subject text unique check (length(subject) <= 600)`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nashra.ops_user drop column subject`.execute(db);
}
