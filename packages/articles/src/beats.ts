import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

const DAYS = 14;
/** Who tells a story later than this does not follow, but comes late. */
const SOON_HOURS = 2;
/** Fewer stories in common may be chance. */
const LEAST_STORIES = 5;
const LEAST_SHARE = 0.02;
const MOST_FOLLOWERS = 20;
/** Of a story that everybody tells, only the first tellings say who follows whom. */
const MOST_PLACES = 20;
/** What was published longer ago has been taken up by now, or will not be. */
const FRESH_HOURS = 1;

/** How often one publisher tells soon what another has told. */
export interface BeatShare {
  readonly publisherId: number;
  readonly followerId: number;
  /** Of the first one's articles. */
  readonly share: number;
}

/** Who is wont to tell whose stories too, within two hours, by the chains of the last fortnight. */
export async function countBeats(db: Queryable): Promise<BeatShare[]> {
  const { rows } = await sql<BeatShare>`
    with own as (
      select id, publisher_id from nashra.article
      where id >= nashra.id_at(now() - make_interval(days => ${DAYS})) and revision > 0 and publisher_id > 0),
    pair as (
      select a.publisher_id, b.publisher_id as follower_id, count(distinct v.story_id) as stories
      from own a join nashra.version v on v.article_id = a.id and v.place <= ${MOST_PLACES}
      join nashra.version w on w.story_id = v.story_id and w.place > v.place and w.place <= ${MOST_PLACES}
        and w.published_at <= v.published_at + make_interval(hours => ${SOON_HOURS})
      join nashra.article b on b.id = w.article_id and b.publisher_id not in (0, a.publisher_id)
      group by 1, 2 having count(distinct v.story_id) >= ${LEAST_STORIES}),
    total as (select publisher_id, count(*) as articles from own group by 1),
    ranked as (
      select p.publisher_id, p.follower_id, least(1, p.stories::float8 / t.articles) as share,
        row_number() over (partition by p.publisher_id order by p.stories desc, p.follower_id) as rank
      from pair p join total t using (publisher_id))
    select publisher_id as "publisherId", follower_id as "followerId", share from ranked
    where share >= ${LEAST_SHARE} and rank <= ${MOST_FOLLOWERS}`.execute(db);
  return rows;
}

/** News of publishers since an article; what archives bring is none. */
export interface ToldLately {
  readonly told: readonly { readonly publisherId: number; readonly articles: number }[];
  /** From where to go on. */
  readonly cursor: number;
}

/** What has been told since `cursor`, or in the last minutes where that is longer ago. */
export async function toldLately(
  db: Queryable,
  cursor: number | null,
  { minutes, limit }: { readonly minutes: number; readonly limit: number },
): Promise<ToldLately> {
  const { rows } = await sql<{ publisherId: number; articles: number; last: number }>`
    select publisher_id as "publisherId", max(id) as last,
      count(*) filter (where published_at > now() - make_interval(hours => ${FRESH_HOURS}))::int as articles
    from (
      select id, publisher_id, published_at from nashra.article
      where id > greatest(${cursor ?? 0}::bigint, nashra.id_at(now() - make_interval(mins => ${minutes}))) and revision > 0
      order by id limit ${limit}) latest
    group by 1`.execute(db);
  return {
    told: rows.filter(({ publisherId, articles }) => publisherId > 0 && articles > 0),
    cursor: rows.reduce((last, row) => Math.max(last, row.last), cursor ?? 0),
  };
}
