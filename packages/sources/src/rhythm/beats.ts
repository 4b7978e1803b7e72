import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { hastenedAt } from './beat.ts';
import { isRhythm } from './rhythm.ts';

/** A publisher of more feeds has sections, and nobody knows in which of them it will tell. */
const MOST_FEEDS = 5;

export interface Beat {
  readonly publisherId: number;
  readonly followerId: number;
  readonly share: number;
}

/** Keeps who is wont to tell whose stories too, in the place of what was known. */
export async function keepBeats(db: Queryable, beats: readonly Beat[]): Promise<void> {
  await sql`
    with given as (
      select "publisherId" as publisher_id, "followerId" as follower_id, share
      from json_to_recordset(${JSON.stringify(beats)}::json) as it("publisherId" int, "followerId" int, share real)),
    gone as (
      delete from nashra.beat b where not exists (
        select from given g where g.publisher_id = b.publisher_id and g.follower_id = b.follower_id))
    insert into nashra.beat as b select g.* from given g
      join nashra.publisher p on p.id = g.publisher_id join nashra.publisher f on f.id = g.follower_id
    on conflict (publisher_id, follower_id) do update set share = excluded.share where b.share <> excluded.share`.execute(
    db,
  );
}

interface Follower {
  readonly feedId: number;
  readonly now: number;
  readonly polledAt: number;
  readonly plannedAt: number;
  /** As the database writes it, whole. */
  readonly nextPollAt: string;
  readonly intervalMs: number;
  readonly rhythm: number[] | null;
  readonly expected: number;
}

/**
 * Has the feeds asked sooner whose publishers are wont to tell what others have just told (`hastenedAt`). Only those that go by their own
 * learned week: who fails, has asked for a pause or is told of by a hub is left alone. Returns how many.
 */
export async function hastenFollowers(
  db: Queryable,
  told: readonly { readonly publisherId: number; readonly articles: number }[],
  limit: number,
): Promise<number> {
  if (told.length === 0) return 0;
  const { rows } = await sql<Follower>`
    with told as (
      select * from json_to_recordset(${JSON.stringify(told)}::json) as it("publisherId" int, articles int)),
    likely as (
      select b.follower_id, sum(b.share * told.articles) as expected
      from told join nashra.beat b on b.publisher_id = told."publisherId" group by 1),
    feeds as (
      select f.*, l.expected / count(*) over (partition by f.publisher_id) as own,
        count(*) over (partition by f.publisher_id) as feeds
      from likely l join nashra.publisher p on p.id = l.follower_id and p.state = 'active'
      join nashra.feed f on f.publisher_id = p.id and f.state = 'active')
    select id as "feedId", extract(epoch from now())::float8 * 1000 as now, next_poll_at::text as "nextPollAt",
      extract(epoch from last_polled_at)::float8 * 1000 as "polledAt",
      extract(epoch from next_poll_at)::float8 * 1000 as "plannedAt",
      interval_seconds * 1000::float8 as "intervalMs", rhythm, own::float8 as expected
    from feeds
    where feeds <= ${MOST_FEEDS} and failures = 0 and next_why in ('learned', 'window', 'beat') and last_polled_at is not null
      and next_poll_at > now()
    order by own desc limit ${limit}`.execute(db);
  const sooner = rows.flatMap(({ rhythm, now, ...facts }) => {
    const at = isRhythm(rhythm) ? hastenedAt({ ...facts, rhythm }, now) : null;
    return at === null ? [] : [{ id: facts.feedId, at: at / 1_000, was: facts.nextPollAt }];
  });
  if (sooner.length === 0) return 0;
  const { numAffectedRows } = await sql`
    update nashra.feed f set next_poll_at = least(f.next_poll_at, to_timestamp(it.at)), next_why = 'beat'
    from json_to_recordset(${JSON.stringify(sooner)}::json) as it(id int, at float8, was timestamptz)
    where f.id = it.id and f.next_poll_at = it.was`.execute(db);
  return Number(numAffectedRows ?? 0);
}
