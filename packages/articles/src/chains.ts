import type { DatePrecision, Queryable } from '@nashra/db';
import { type Credit, chainOf, type Link, unpackSignature, type Version } from '@nashra/similarity';
import { sql } from 'kysely';
import { type HabitBook, openHabitBook } from './habit-book.ts';

/** A story's chain is read to so many versions, its earliest. */
const MOST_VERSIONS = 200;

interface Row {
  readonly id: number;
  readonly storyId: number;
  readonly publisherId: number;
  readonly packed: Buffer;
  readonly language: string;
  readonly credits: Credit[];
  readonly statedAt: Date | null;
  readonly precision: DatePrecision | null;
  readonly seenAt: Date;
}

/**
 * Writes anew who was first in stories that have changed, at most so many. Apart from the writing of articles: a
 * chain weighs every version against every earlier one, and a story that many tell at once is weighed once.
 *
 * @param book what is known of publishers' clocks; whoever writes again and again keeps one
 * @returns how many stories were done
 */
export async function writeChains(
  db: Queryable,
  limit: number,
  book: HabitBook = openHabitBook(),
): Promise<number> {
  const { rows: stories } = await sql<{ id: number; state: string }>`
    select id, xmin::text as state from nashra.story where not is_chained order by id limit ${limit}`.execute(
    db,
  );
  if (stories.length === 0) return 0;
  const ids = stories.map(({ id }) => id);
  const { rows } = await sql<Row>`
    select a.* from unnest(${ids}::bigint[]) as s(id) cross join lateral (
      select a.id, a.story_id as "storyId", a.publisher_id as "publisherId", g.packed, g.language, g.credits,
        c.published_at as "statedAt", c.published_precision as precision, g.seen_at as "seenAt"
      from nashra.article a join nashra.signature g on g.article_id = a.id join nashra.content c on c.id = a.content_id
      where a.story_id = s.id and a.revision > 0 order by a.id limit ${MOST_VERSIONS}) as a`.execute(
    db,
  );
  const habits = await book.of(db, new Set(rows.map(({ publisherId }) => publisherId)));
  const links = ids.flatMap((storyId) => {
    const versions = rows.flatMap((row) => (row.storyId === storyId ? versionOf(row) : []));
    return chainOf(versions, habits).map((link, at) => linkRow(link, storyId, at + 1));
  });
  await sql`
    with gone as (delete from nashra.version where story_id = any(${ids}::bigint[])
      and not (article_id = any(${links.map((it) => it.article_id)}::bigint[])))
    insert into nashra.version select * from json_populate_recordset(null::nashra.version, ${JSON.stringify(links)}::json)
    on conflict (article_id) do update set story_id = excluded.story_id, place = excluded.place,
      published_at = excluded.published_at, published_from = excluded.published_from,
      published_to = excluded.published_to, doubts = excluded.doubts, delay_seconds = excluded.delay_seconds,
      kind = excluded.kind, taken_from = excluded.taken_from, taken_share = excluded.taken_share,
      agencies = excluded.agencies`.execute(db);
  // Nobody who writes articles waits for this; what changed meanwhile is done again.
  await sql`
    update nashra.story s set is_chained = true
    from unnest(${ids}::bigint[], ${stories.map(({ state }) => state)}::text[]) as done(id, state)
    where s.id = done.id and s.xmin::text = done.state`.execute(db);
  return ids.length;
}

function versionOf(row: Row): Version[] {
  const { id, publisherId, packed, language, credits, statedAt, precision, seenAt } = row;
  const keys = { language, textKey: '', titleKey: '', keys: new Int32Array(0) };
  const signature = unpackSignature(packed, keys);
  if (!signature) return [];
  const publishedAt = statedAt && +statedAt;
  return [{ id, publisherId, signature, credits, publishedAt, precision, firstSeenAt: +seenAt }];
}

function linkRow(
  { id, published, delayMs, kind, taken, credits }: Link,
  storyId: number,
  place: number,
) {
  const [most] = taken;
  return {
    article_id: id,
    story_id: storyId,
    place,
    published_at: new Date(published.at),
    published_from: new Date(published.from),
    published_to: new Date(published.to),
    doubts: published.doubts,
    delay_seconds: Math.round(delayMs / 1000),
    kind,
    taken_from: most?.from ?? null,
    taken_share: most?.share ?? 0,
    agencies: credits.map(({ agency }) => agency),
  };
}
