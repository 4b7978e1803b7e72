import { type Kysely, sql } from 'kysely';

/** Of many latches for keys one is left, for whoever decides what drafts are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`delete from nashra.latch where slot > 1`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`insert into nashra.latch select generate_series(2, 16384)`.execute(db);
}
