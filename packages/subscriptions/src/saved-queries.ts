import { type Act, record } from '@nashra/audit';
import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { anchorsOf, type Frequency } from './anchors.ts';
import { readFrequencies } from './frequencies.ts';

/** A saved query that cannot be: its name is taken or none, it asks nothing, or there are too many. */
export class SavedQueryError extends Error {
  override name = 'SavedQueryError';
  readonly code = 'SAVED_QUERY_UNFIT';
}

export interface NewSavedQuery {
  /** Small letters, digits and hyphens, at most 64. */
  readonly name: string;
  /** As `reader.search` takes it. */
  readonly query: string;
  readonly language?: string | undefined;
  /** Slug or name. */
  readonly publisher?: string | undefined;
}

const MOST_QUERIES = 20_000;
const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;
const LIMIT = { query: 500, language: 35, publisher: 200 } as const;

/**
 * Keeps a question that is held against every article from now on.
 *
 * @throws SavedQueryError
 */
export async function saveQuery(tx: Queryable, act: Act, query: NewSavedQuery): Promise<number> {
  const [id = 0] = await saveQueries(tx, act, [query]);
  return id;
}

/** The same of many, all or none. */
export async function saveQueries(
  tx: Queryable,
  act: Act,
  queries: readonly NewSavedQuery[],
): Promise<number[]> {
  const frequency = await readFrequencies(tx);
  const { there } = await tx
    .selectFrom('saved_query')
    .select(sql<number>`count(*)`.as('there'))
    .executeTakeFirstOrThrow();
  if (there + queries.length > MOST_QUERIES)
    throw new SavedQueryError(`There are ${there} saved queries; there may be ${MOST_QUERIES}.`);
  const ids: number[] = [];
  for (const query of queries) ids.push(await save(tx, act, query, frequency));
  return ids;
}

async function save(
  tx: Queryable,
  act: Act,
  { name, query, language, publisher }: NewSavedQuery,
  frequency: Frequency,
): Promise<number> {
  if (!NAME.test(name))
    throw new SavedQueryError(`"${name}" is no name: small letters, digits and hyphens.`);
  for (const [what, text] of Object.entries({ query, language, publisher })) {
    const most = LIMIT[what as keyof typeof LIMIT];
    if ((text?.length ?? 0) > most)
      throw new SavedQueryError(`The ${what} is longer than ${most} characters.`);
  }
  const question = await ask(tx, { query, language, publisher }, frequency);
  if (!question) throw new SavedQueryError(`"${query}" asks for nothing that can be found.`);
  const row = await tx
    .insertInto('saved_query')
    .values({
      name,
      query,
      language: language ?? null,
      publisher: publisher ?? null,
      ...question.asked,
    })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new SavedQueryError(`There is a saved query ${name} already.`);
  await anchor(tx, row.id, question.anchors);
  const detail = { query, language, publisher };
  await record(tx, act, { action: 'query.save', subject: `query ${name}`, detail });
  return row.id;
}

/** @throws SavedQueryError when nobody saved a query of that name */
export async function requireQuery(db: Queryable, name: string): Promise<void> {
  const rows = await db.selectFrom('saved_query').select('id').where('name', '=', name).execute();
  if (rows.length === 0) throw new SavedQueryError(`There is no saved query ${name}.`);
}

/**
 * Forgets a saved query, its matches and its webhook.
 *
 * @throws SavedQueryError when there is none
 */
export async function removeQuery(tx: Queryable, act: Act, name: string): Promise<void> {
  const row = await tx
    .deleteFrom('saved_query')
    .where('name', '=', name)
    .returning(['id', 'query', 'language', 'publisher'])
    .executeTakeFirst();
  if (!row) throw new SavedQueryError(`There is no saved query ${name}.`);
  const { id, ...detail } = row;
  // One that is written at this moment belongs to no query: it is shown to nobody, and swept in its time.
  await tx.deleteFrom('query_match').where('query_id', '=', id).execute();
  await record(tx, act, { action: 'query.remove', subject: `query ${name}`, detail });
}

/**
 * Reads saved queries anew, so many after the one given: which words begin so and which publishers are called so changes
 * as texts come. Returns the last one, or null at the end.
 */
export async function renewQueries(
  db: Queryable,
  after: number,
  rows: number,
): Promise<number | null> {
  const queries = await db
    .selectFrom('saved_query')
    .select(['id', 'query', 'language', 'publisher'])
    .select(
      sql<
        string[]
      >`array(select lexeme from nashra.query_anchor where query_id = id order by lexeme)`.as(
        'anchors',
      ),
    )
    .where('id', '>', after)
    .orderBy('id')
    .limit(rows)
    .execute();
  if (queries.length === 0) return null;
  const frequency = await readFrequencies(db);
  for (const { id, anchors, ...query } of queries) {
    const question = await ask(db, query, frequency);
    if (!question) continue;
    const { asked, publishers } = question.asked;
    await db
      .updateTable('saved_query')
      .set(question.asked)
      .where('id', '=', id)
      .where(
        sql<boolean>`(asked, publishers) is distinct from (${asked}::tsquery, ${publishers}::integer[])`,
      )
      .execute();
    if (anchors.join('\n') !== question.anchors.join('\n')) await anchor(db, id, question.anchors);
  }
  return queries.length < rows ? null : (queries.at(-1)?.id ?? null);
}

interface Question {
  readonly asked: { readonly asked: string; readonly publishers: number[] | null };
  /** In the order of their bytes. */
  readonly anchors: string[];
}

/** By which texts find the query from now on. */
async function anchor(tx: Queryable, queryId: number, anchors: readonly string[]): Promise<void> {
  await tx.deleteFrom('query_anchor').where('query_id', '=', queryId).execute();
  const rows = anchors.map((lexeme) => ({ lexeme, query_id: queryId }));
  await tx.insertInto('query_anchor').values(rows).execute();
}

/** Null for a question without words. */
async function ask(
  db: Queryable,
  question: {
    readonly query: string;
    readonly language?: string | null | undefined;
    readonly publisher?: string | null | undefined;
  },
  frequency: Frequency,
): Promise<Question | null> {
  const { query, language, publisher } = question;
  const { rows } = await sql<{ asked: string; publishers: number[] | null }>`
    select asked::text, publishers from nashra.read_saved_query(${query}, ${language ?? null}, ${publisher ?? null})`.execute(
    db,
  );
  const [row] = rows;
  if (!row?.asked) return null;
  const anchors = anchorsOf(row.asked, frequency).toSorted((a, b) =>
    Buffer.compare(Buffer.from(a), Buffer.from(b)),
  );
  return { asked: row, anchors };
}
