import { arrayText, type Queryable } from '@nashra/db';
import { KeyIndex, type Signature, unpackSignature } from '@nashra/similarity';
import { sql } from 'kysely';
import { KeysLostError } from './refill-keys.ts';

/** An article as the search for a story sees it. */
export interface Telling {
  readonly articleId: number;
  readonly storyId: number;
  readonly publisherId: number;
  /** Without its keys where it was found by them. */
  readonly signature: Signature;
  /** Milliseconds since 1970: as stated and never later than seen; when it was seen where nothing is stated. */
  readonly publishedAt: number;
  readonly isStated: boolean;
}

export interface Holders {
  /** Articles of the last days by the keys they hold, each with the `storyMark` of its story. */
  readonly index: KeyIndex;
  /** Keys that too many hold, from now on and from before: they find nothing. */
  readonly crowded: readonly number[];
}

/** Who was found needs not look. */
const NO_KEYS = new Int32Array(0);

/** A key that more texts hold tells nothing: it is left out from then on. */
const MAX_HOLDERS = 200;

const MARKS = 2 ** 31;

/** A story as candidate keys name it: the lower bits of its id, enough to tell those apart that share a key. */
export const storyMark = (storyId: number): number => storyId % MARKS;

/**
 * Which articles of the last days hold these keys. A later statement than the latch, so READ COMMITTED shows what
 * those before us claimed. What a crowded key gives is bounded, since nobody adds to it any more.
 *
 * @throws KeysLostError while keys are missing since a crash of the database; see `refillKeys`
 */
export async function findHolders(
  tx: Queryable,
  keys: ReadonlySet<number>,
  memoryDays: number,
): Promise<Holders> {
  const index = new KeyIndex();
  if (keys.size === 0) return { index, crowded: [] };
  // In their order, as every day's index has them; of the days to come none is looked at.
  const asked = arrayText(Int32Array.from(keys).sort());
  // Instants as subqueries, which are asked once: an expression of now() would be reckoned out for every row. All rows as
  // one: what is made of them for each key would be thousands of small states, which do not fit in a sort's memory.
  const { rows } = await sql<
    Record<'keys' | 'ids' | 'stories' | 'stopped', string | null> & { whole: boolean }
  >`
    with stopped as materialized (
      select key from nashra.stop_key where key = any(${asked}::int[])
    )
    select array_agg(key)::text as keys, array_agg(article_id)::text as ids, array_agg(story)::text as stories,
      (select array_agg(key)::text from stopped) as stopped,
      exists (select from nashra.key_fill where next = 0) as whole
    from nashra.candidate_key
    where key = any(array(select key from unnest(${asked}::int[]) as key
        where key not in (select key from stopped)))
      and article_id >= (select nashra.id_at(now() - make_interval(days => ${memoryDays}::int)))
      and article_id < (select nashra.id_at(now() + interval '1 hour'))`.execute(tx);
  const [row] = rows;
  if (!row?.whole) throw new KeysLostError();
  const [held, ids, stories] = [row.keys, row.ids, row.stories].map(numbersOf);
  for (const [at, key] of (held ?? []).entries())
    index.hold(key, ids?.[at] ?? 0, stories?.[at] ?? 0);
  const crowded = [...keys].filter((key) => index.count(key) > MAX_HOLDERS);
  for (const key of crowded) index.drop(key);
  return { index, crowded: [...numbersOf(row.stopped), ...crowded] };
}

/** An array as the server writes it: the parser of JSON is far quicker than the driver's. */
const numbersOf = (array: string | null): number[] =>
  array === null ? [] : JSON.parse(`[${array.slice(1, -1)}]`);

/** What these articles' texts are compared by, by article; those of another version are left out. */
export async function loadTellings(
  tx: Queryable,
  articleIds: Iterable<number>,
): Promise<Map<number, Telling>> {
  const ids = [...new Set(articleIds)];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('signature as s')
    .innerJoin('article as a', 'a.id', 's.article_id')
    .select(['a.id', 'a.story_id', 'a.publisher_id', 's.packed', 's.text_key'])
    .select(['s.title_key', 's.language', 's.published_at', 's.is_stated'])
    .where('s.article_id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const signature = unpackSignature(row.packed, {
        language: row.language,
        textKey: row.text_key?.toString('hex') ?? '',
        titleKey: row.title_key?.toString('hex') ?? '',
        keys: NO_KEYS,
      });
      if (!signature) return [];
      const { id: articleId, story_id: storyId, publisher_id: publisherId } = row;
      const publishedAt = +row.published_at;
      const telling = { articleId, storyId, publisherId, signature, publishedAt };
      return [[articleId, { ...telling, isStated: row.is_stated }] as const];
    }),
  );
}
