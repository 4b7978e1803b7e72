import type { Queryable } from '@nashra/db';
import { type Habit, habitOf, type Past } from '@nashra/similarity';
import { sql } from 'kysely';

/** How the clocks of publishers are wrong, as their own articles tell. */
export interface HabitBook {
  of(db: Queryable, publisherIds: ReadonlySet<number>): Promise<ReadonlyMap<number, Habit>>;
}

/** So many of a publisher's latest articles tell. */
const PAST = 40;
const FRESH_MS = 10 * 60_000;
const MOST_PUBLISHERS = 5_000;

/** Remembers for a while what as many as are asked have told: a habit is slow to change, and each takes forty articles to tell. */
export function openHabitBook(now: () => number = Date.now): HabitBook {
  const known = new Map<number, { readonly habit: Habit; readonly readAt: number }>();
  return {
    async of(db, publisherIds) {
      const isFresh = (id: number) => now() - (known.get(id)?.readAt ?? 0) < FRESH_MS;
      const habits = new Map<number, Habit>();
      for (const [id, past] of await readPast(
        db,
        [...publisherIds].filter((id) => !isFresh(id)),
      )) {
        const habit = habitOf(past);
        habits.set(id, habit);
        known.delete(id);
        // Of one who is new the next article tells more.
        if (past.length === PAST) known.set(id, { habit, readAt: now() });
        const [oldest] = known.keys();
        if (known.size > MOST_PUBLISHERS && oldest !== undefined) known.delete(oldest);
      }
      for (const id of publisherIds) {
        const habit = habits.get(id) ?? known.get(id)?.habit;
        if (habit) habits.set(id, habit);
      }
      return habits;
    },
  };
}

async function readPast(
  db: Queryable,
  publisherIds: readonly number[],
): Promise<readonly (readonly [id: number, past: readonly Past[]])[]> {
  if (publisherIds.length === 0) return [];
  const { rows } = await sql<{ id: number; past: Past[] | null }>`
    select p.id, (
      select json_agg(json_build_object('publishedAt', extract(epoch from published_at) * 1000, 'precision', precision,
        'firstSeenAt', extract(epoch from seen_at) * 1000))
      from (
        select c.published_at, c.published_precision as precision, g.seen_at
        from nashra.article a join nashra.signature g on g.article_id = a.id join nashra.content c on c.id = a.content_id
        where a.publisher_id = p.id and a.revision = 1 and c.published_at is not null
          and c.published_precision is not null
        order by a.published_at desc, a.id desc limit ${PAST}) as past) as past
    from unnest(${[...publisherIds]}::integer[]) as p(id)`.execute(db);
  return rows.map(({ id, past }) => [id, past ?? []] as const);
}
