import { sql } from 'kysely';
import { type ArticleCard, cardsOf, type Picked } from './cards.ts';
import type { Reader } from './open-reader.ts';
import { instantAt, limitOf, type Page, type PageOptions, pageOf, placeOf } from './page.ts';
import { type ArticleFilter, type Shelf, shelfOf } from './shelf.ts';

/**
 * Articles, the latest first.
 *
 * @throws RangeError when more than one of publisher, country, section, author, language and day is named
 * @throws CursorError
 */
export async function listArticles(
  reader: Reader,
  filter: ArticleFilter = {},
  options: PageOptions = {},
): Promise<Page<ArticleCard>> {
  const { country, since, until, onePerStory } = filter;
  const limit = limitOf(options);
  const place = placeOf(options.after);
  const shelf = shelfOf(filter);
  const terms = [
    shelf.where,
    since && sql`t.published_at >= ${since}`,
    until && sql`t.published_at < ${until}`,
    place &&
      sql`(t.published_at, t.article_id) < (${instantAt(place.micros)}, ${place.tie}::bigint)`,
    onePerStory && isLatestOfStory(shelf, until),
  ].filter((term) => term !== undefined && term !== false);
  const pick = sql<Picked>`(select t.article_id, t.published_at as at, t.article_id as tie from ${shelf.from}
    where ${sql.join(terms, sql` and `)} order by t.published_at desc, t.article_id desc limit ${limit + 1})`;
  const picked =
    country === undefined
      ? pick
      : sql<Picked>`(select latest.* from reader.publishers home cross join lateral ${pick} latest
          where home.country = ${country} order by latest.at desc, latest.tie desc limit ${limit + 1})`;
  return pageOf(await cardsOf(reader, picked), limit, cardOf);
}

/** The latest headlines, one per story: that of its representative; the story that was told last comes first. */
export async function listHeadlines(
  reader: Reader,
  options: PageOptions = {},
): Promise<Page<ArticleCard>> {
  const limit = limitOf(options);
  const place = placeOf(options.after);
  const from = place
    ? sql`where (last_published_at, story_id) < (${instantAt(place.micros)}, ${place.tie}::bigint)`
    : sql``;
  const picked = sql<Picked>`(select article_id, last_published_at as at, story_id as tie from reader.headlines ${from}
    order by last_published_at desc, story_id desc limit ${limit + 1})`;
  return pageOf(await cardsOf(reader, picked), limit, cardOf);
}

function isLatestOfStory({ holdsOther }: Shelf, until: Date | undefined) {
  const before = until ? sql`other.published_at < ${until}` : sql`true`;
  return sql`not exists (
    select from reader.timeline mine join reader.timeline other on other.story_id = mine.story_id
    where mine.article_id = t.article_id and ${before} and ${holdsOther}
      and (other.published_at, other.article_id) > (t.published_at, t.article_id))`;
}

function cardOf<Row extends ArticleCard & { micros: number; tie: number }>(row: Row): ArticleCard {
  const { micros: _, tie: __, ...card } = row;
  return card;
}
