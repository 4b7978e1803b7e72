import { type RawBuilder, sql } from 'kysely';

/** Which articles: of all, or of one shelf; and from when. Whatever is asked, its cost is bounded by the page. */
export interface ArticleFilter {
  /** Slug. */
  readonly publisher?: string | undefined;
  /** ISO 3166-1 alpha-2, of the publisher. */
  readonly country?: string | undefined;
  /** As an article names it; capitals do not matter. */
  readonly section?: string | undefined;
  readonly author?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** YYYY-MM-DD, as the publishers count their days. */
  readonly day?: string | undefined;
  /** Published at or after. */
  readonly since?: Date | undefined;
  /** Published before. */
  readonly until?: Date | undefined;
  /** Of each story the latest of these articles alone. */
  readonly onePerStory?: boolean | undefined;
}

/** Where articles of a filter are found quickly: `t` has their `article_id` and `published_at`. */
export interface Shelf {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  /** Whether `other`, a row of the timeline, stands there too. */
  readonly holdsOther: RawBuilder<unknown>;
}

const SHELVES = ['section', 'author', 'language', 'day'] as const;
const ONE_OF = ['publisher', 'country', ...SHELVES] as const;

/** @throws RangeError when the filter names two shelves */
export function shelfOf(filter: ArticleFilter): Shelf {
  const [name, ...more] = ONE_OF.filter((it) => filter[it] !== undefined);
  if (more.length > 0)
    throw new RangeError(`One of these at a time: ${[name, ...more].join(', ')}`);
  const value = name && filter[name];
  const from = sql`reader.timeline t`;
  switch (name) {
    case undefined:
      return { from, where: sql`true`, holdsOther: sql`true` };
    case 'publisher':
      return {
        from,
        where: sql`t.publisher_id = (select id from reader.publishers where slug = ${value})`,
        holdsOther: sql`other.publisher_id = mine.publisher_id`,
      };
    case 'country':
      return {
        from,
        where: sql`t.publisher_id = home.id`,
        holdsOther: sql`other.publisher_id in (select id from reader.publishers where country = ${value})`,
      };
    default: {
      const isName = name === 'section' || name === 'author';
      const key = isName ? sql`reader.shelf_key(${value})` : sql`${value}`;
      return {
        from: sql`reader.shelves t`,
        where: sql`t.shelf = ${name} and t.key = ${key}`,
        holdsOther: sql`exists (select from reader.shelves o where o.shelf = ${name} and o.key = ${key}
          and o.published_at = other.published_at and o.article_id = other.article_id)`,
      };
    }
  }
}
