import { type Kysely, sql } from 'kysely';
import { query } from '../search/query.ts';
import { searching } from '../search/search.ts';
import { snippet } from '../search/snippet.ts';
import { window } from '../search/window.ts';
import { words } from '../search/words.ts';

/** Windows are smaller and found in fewer strides, what is to be left out is read off the texts, and a question costs less to read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...dropped, ...words, ...query, ...window, ...snippet, ...searching])
    await sql.raw(statement).execute(db);
}

/** The functions stay: they do what those before did. */
export async function down(): Promise<void> {}

/** What they give or take is another; a window is ranked where it is asked for. */
const dropped = [
  'drop function if exists nashra.read_question(text, text)',
  'drop function if exists nashra.mark_pattern(text[], text[])',
  'drop function if exists nashra.mark_words(text[])',
  'drop function if exists nashra.rank_window(bigint[], tsquery[], real[])',
];
