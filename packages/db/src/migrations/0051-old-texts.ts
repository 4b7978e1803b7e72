import { type Kysely, sql } from 'kysely';
import { searching } from '../search/search.ts';

/** Texts that are years older than the newest of their window are ranked, and no error. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of searching) await sql.raw(statement).execute(db);
}

/** The function stays: it does what the one before did. */
export async function down(): Promise<void> {}
