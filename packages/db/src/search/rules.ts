import { foldRanges, IRREGULAR } from '@nashra/text';
import { type Kysely, sql } from 'kysely';

/**
 * Lays the rules by which texts are folded and words are brought to their searched form into the database, in the place
 * of those that were there. They are those of packages/text; a migration follows each change of them.
 */
export async function writeSearchRules(db: Kysely<unknown>): Promise<void> {
  const folds = foldRanges().map(([first, folded]) => ({ first, folded }));
  const forms = [...IRREGULAR].map(([form, word]) => ({ form, word }));
  await sql`truncate nashra.search_fold, nashra.search_form`.execute(db);
  await sql`insert into nashra.search_fold (first, folded)
    select first, folded from json_to_recordset(${JSON.stringify(folds)}::json) as r(first integer, folded text)`.execute(
    db,
  );
  await sql`insert into nashra.search_form (form, word)
    select form, word from json_to_recordset(${JSON.stringify(forms)}::json) as r(form text, word text)`.execute(
    db,
  );
}
