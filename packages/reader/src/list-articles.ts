import { type RawBuilder, sql } from 'kysely';
import { type ArticleCard, cardsOf, type Picked } from './cards.ts';
import type { Reader } from './open-reader.ts';
import {
  cursorOf,
  instantAt,
  limitOf,
  microsOf,
  type Page,
  type PageOptions,
  type Place,
  pageOf,
  placeOf,
} from './page.ts';
import { type ArticleFilter, shelfOf } from './shelf.ts';

/** Of how many articles those are looked for that are the latest of their stories, for each that is asked for. */
const WINDOW = 4;

/**
 * Articles, the latest first. With `onePerStory` a page may have fewer than were asked for, and the next one more.
 *
 * @throws RangeError when more than one of publisher, country, section, author, language and day is named
 * @throws CursorError
 */
export async function listArticles(
  reader: Reader,
  filter: ArticleFilter = {},
  options: PageOptions = {},
): Promise<Page<ArticleCard>> {
  const limit = limitOf(options);
  const pick = pickOf(filter, placeOf(options.after));
  if (filter.onePerStory) return await onePerStory(reader, filter, pick, limit);
  return pageOf(await cardsOf(reader, pick(limit + 1)), limit, cardOf);
}

type Pick = (count: number) => RawBuilder<Picked>;

function pickOf(filter: ArticleFilter, place: Place | undefined): Pick {
  const { country, since, until } = filter;
  const { from, where } = shelfOf(filter);
  const terms = [
    where,
    since && sql`t.published_at >= ${since}`,
    until && sql`t.published_at < ${until}`,
    place &&
      sql`(t.published_at, t.article_id) < (${instantAt(place.micros)}, ${place.tie}::bigint)`,
  ].filter((term) => term !== undefined);
  return (count) => {
    const pick = sql<Picked>`(select t.article_id, t.published_at as at, t.article_id as tie from ${from}
      where ${sql.join(terms, sql` and `)} order by t.published_at desc, t.article_id desc limit ${count})`;
    if (country === undefined) return pick;
    // Of each publisher the latest: one after another they are ranges of an index.
    return sql<Picked>`(select latest.* from reader.publishers home cross join lateral ${pick} latest
      where home.country = ${country} order by latest.at desc, latest.tie desc limit ${count})`;
  };
}

/** Looks through a bounded window, so that a story that all tell at once makes no page dear. */
async function onePerStory(
  reader: Reader,
  filter: ArticleFilter,
  pick: Pick,
  limit: number,
): Promise<Page<ArticleCard>> {
  const { holdsOther } = shelfOf(filter);
  const before = filter.until ? sql`other.published_at < ${filter.until}` : sql`true`;
  const window = WINDOW * limit;
  const { rows: seen } = await sql<Place & { isLatest: boolean }>`
    with t as materialized (select *, at as published_at from ${pick(window + 1)} picked)
    select ${microsOf(sql`t.at`)} as micros, t.tie, not exists (
      select from reader.timeline mine join reader.timeline other on other.story_id = mine.story_id
      where mine.article_id = t.article_id and ${before} and ${holdsOther}
        and (other.published_at, other.article_id) > (t.published_at, t.article_id)) as "isLatest"
    from t order by t.at desc, t.tie desc`.execute(reader);
  const latest = seen.slice(0, window).filter(({ isLatest }) => isLatest);
  const shown = latest.slice(0, limit);
  const ids = shown.map(({ tie }) => tie);
  const cards = await cardsOf(
    reader,
    sql<Picked>`(select article_id, published_at as at, article_id as tie from reader.timeline
      where article_id = any(${ids}::bigint[]))`,
  );
  const isMore = latest.length > limit || seen.length > window;
  const end = latest.length > limit ? shown.at(-1) : seen[window - 1];
  return { items: cards.map(cardOf), next: isMore && end ? cursorOf(end) : null };
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

function cardOf<Row extends ArticleCard & { micros: number; tie: number }>(row: Row): ArticleCard {
  const { micros: _, tie: __, ...card } = row;
  return card;
}

/** The cards of articles that are known by their ids, in the order given; those that are gone left out. */
export async function cardsOfArticles(
  reader: Reader,
  ids: readonly number[],
): Promise<ArticleCard[]> {
  const picked = sql<Picked>`(select article_id, published_at as at, article_id as tie from reader.timeline
    where article_id = any (${[...ids]}::bigint[]))`;
  const cards = new Map((await cardsOf(reader, picked)).map((card) => [card.id, card]));
  return ids.flatMap((id) => {
    const found = cards.get(id);
    if (!found) return [];
    const { micros: _, tie: __, ...card } = found;
    return [card];
  });
}
