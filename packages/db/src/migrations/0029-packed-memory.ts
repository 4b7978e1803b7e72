import { type Kysely, sql } from 'kysely';

/**
 * What a publisher's pages taught lies packed in one column: as JSON it took ten times the work to write and to read, and
 * a hundred thousand objects in each process that held it. Processes of the release before go on with theirs, `memory`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nashra.publisher_memory add column learned bytea,
    alter column memory drop not null`.execute(db);
  // Hashes do not compress.
  await sql`alter table nashra.publisher_memory alter column learned set storage external`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from nashra.publisher_memory where memory is null`.execute(db);
  await sql`alter table nashra.publisher_memory drop column learned,
    alter column memory set not null`.execute(db);
}
