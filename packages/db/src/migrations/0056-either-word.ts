import { type Kysely, sql } from 'kysely';
import { query } from '../search/query.ts';

/**
 * A question may ask for one of two words (OR), an acronym with dots is found without them, and Latin letters of full width are read
 * as Latin letters. Texts are indexed as before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of query) await sql.raw(statement).execute(db);
}

/** The functions stay: what they found before, they find. */
export async function down(): Promise<void> {}
