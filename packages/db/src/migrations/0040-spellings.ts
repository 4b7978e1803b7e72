import { type Kysely, sql } from 'kysely';
import { writeSearchRules } from '../search/rules.ts';
import { words } from '../search/words.ts';

/**
 * Rules by which more spellings of a word are one, and digits that are written to a word are found by themselves: texts that
 * are there are brought to them by the scheduler, the newest first.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of words) await sql.raw(statement).execute(db);
  await writeSearchRules(db);
  for (const statement of anew) await sql.raw(statement).execute(db);
}

/** The rules stay: those before are not known any more. */
export async function down(): Promise<void> {}

const anew = [
  `update nashra.title_word w set bare = now.bare from (select word, nashra.search_text(word) as bare from nashra.title_word) now
    where now.word = w.word and now.bare <> w.bare`,
  `update nashra.maintenance set cursor = coalesce((select max(id) from nashra.content), 0)::text where task = 'search-vectors'`,
];
