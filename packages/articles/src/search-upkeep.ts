import type { Queryable } from '@nashra/db';
import { foldText, searchTextOf } from '@nashra/text';
import { sql } from 'kysely';
import { searchColumns, TITLE_VECTOR, VECTORS } from './search-columns.ts';

/** How far a step of housekeeping came; without a cursor at the end of a round. */
interface Step {
  readonly removed: number;
  readonly cursor: string;
}

/** Where nothing is left to do, and where the words of titles begin. */
const NONE = '0';

/**
 * Gives texts of before the rules of today the vectors of today, and a place where they have none: the next ones down from the
 * cursor, the newest first, so that the news is found again first. Ends until a migration sets the cursor again.
 */
export async function renewVectors(
  db: Queryable,
  cursor: string | null,
  rows: number,
): Promise<Step> {
  if ((cursor ?? NONE) === NONE) return { removed: 0, cursor: NONE };
  const old = await db
    .selectFrom('content')
    .select(['id', 'place', 'title', 'body', 'authors', 'language'])
    .where('id', '<=', Number(cursor))
    .where('search', 'is not', null)
    .orderBy('id', 'desc')
    .limit(rows)
    .execute();
  const renewed = old.map((it) => ({
    id: it.id,
    place: it.place,
    ...searchColumns(it, { title: foldText(it.title), body: foldText(it.body) }),
  }));
  await sql`
    with each as materialized (
      select each.*, coalesce(each.place, nextval('nashra.content_place_before')) as found_at
      from json_to_recordset(${JSON.stringify(renewed)}::json)
        as each(id bigint, place integer, config text, search_title text, search_body text, search_more text[])
    )
    update nashra.content c set place = each.found_at, search = ${sql.raw(VECTORS)}, title_search = ${sql.raw(TITLE_VECTOR)}
    from each where c.id = each.id`.execute(db);
  const last = old.at(-1)?.id;
  return { removed: old.length, cursor: last === undefined ? NONE : String(last - 1) };
}

const WORD = /^\p{L}{3,30}$/u;
/** More than any press uses; past it, those that one title had go. */
const MOST_WORDS = 400_000;

/** Counts the words of the next titles: by them a question's rare words weigh more, and what was meant is found. */
export async function countTitleWords(
  db: Queryable,
  cursor: string | null,
  rows: number,
): Promise<Step> {
  const from = Number(cursor ?? NONE);
  const next = await db
    .selectFrom('content')
    .select(['id', 'title'])
    .where('id', '>', from)
    .where('search', 'is not', null)
    .orderBy('id')
    .limit(rows)
    .execute();
  const titles = new Map<string, number>();
  for (const { title } of next) {
    for (const word of new Set(foldText(title).split(' '))) {
      if (WORD.test(word)) titles.set(word, (titles.get(word) ?? 0) + 1);
    }
  }
  const words = [...titles].map(([word, count]) => ({
    word,
    bare: searchTextOf(word),
    titles: count,
  }));
  await sql`
    insert into nashra.title_word (word, bare, titles)
    select word, bare, titles from json_to_recordset(${JSON.stringify(words)}::json) as r(word text, bare text, titles integer)
    on conflict (word) do update set titles = title_word.titles + excluded.titles`.execute(db);
  const removed = next.length < rows ? await forgetRare(db, rows) : 0;
  return { removed, cursor: String(next.at(-1)?.id ?? from) };
}

async function forgetRare(db: Queryable, rows: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from nashra.title_word where word in (
      select word from nashra.title_word where titles = 1
        and (select reltuples from pg_class where oid = 'nashra.title_word'::regclass) > ${MOST_WORDS}
      limit ${rows})`.execute(db);
  return Number(numAffectedRows ?? 0);
}
