import { sql } from 'kysely';
import type { Reader } from './open-reader.ts';

export interface Publisher {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** In its own script, where it differs. */
  readonly nameNative: string | null;
  readonly homepage: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** IANA. */
  readonly timeZone: string;
  readonly state: 'active' | 'paused';
  readonly articles: number;
}

const MOST = 10_000;

/** Who is read, by name, with how many articles are there. */
export async function listPublishers(reader: Reader): Promise<Publisher[]> {
  return await select(reader).orderBy('p.name').limit(MOST).execute();
}

export async function readPublisher(reader: Reader, slug: string): Promise<Publisher | undefined> {
  return await select(reader).where('p.slug', '=', slug).executeTakeFirst();
}

function select(reader: Reader) {
  return reader
    .selectFrom('reader.publishers as p')
    .leftJoin('reader.shelf_counts as c', (join) =>
      join.on('c.shelf', '=', 'publisher').on('c.key', '=', sql<string>`p.id::text`),
    )
    .select(['p.id', 'p.slug', 'p.name', 'p.name_native as nameNative', 'p.homepage', 'p.country'])
    .select(['p.language', 'p.time_zone as timeZone', 'p.state'])
    .select(sql<number>`coalesce(c.articles, 0)`.as('articles'));
}

export interface Section {
  /** By what its articles are asked for. */
  readonly key: string;
  /** As its latest article spells it. */
  readonly name: string;
  readonly articles: number;
}

/** Sections of all publishers, the fullest first. */
export async function listSections(reader: Reader, limit = 100): Promise<Section[]> {
  return await reader
    .selectFrom(
      reader
        .selectFrom('reader.shelf_counts')
        .select(['key', 'articles'])
        .where('shelf', '=', 'section')
        .orderBy('articles', 'desc')
        .orderBy('key')
        .limit(Math.min(limit, 1_000))
        .as('c'),
    )
    .select(['c.key', 'c.articles'])
    .select(
      sql<string>`coalesce((select a.section from reader.articles a where a.id = (
        select s.article_id from reader.shelves s where s.shelf = 'section' and s.key = c.key
        order by s.published_at desc, s.article_id desc limit 1)), c.key)`.as('name'),
    )
    .orderBy('c.articles', 'desc')
    .orderBy('c.key')
    .execute();
}

export interface Day {
  /** YYYY-MM-DD, as the publishers count their days. */
  readonly day: string;
  readonly articles: number;
}

/** Days with articles, the latest first; those of one month (`2026-03`) or year where one is named. */
export async function listDays(reader: Reader, within = ''): Promise<Day[]> {
  return await reader
    .selectFrom('reader.shelf_counts')
    .select(['key as day', 'articles'])
    .where('shelf', '=', 'day')
    .where('key', '>=', within)
    .where('key', '<', `${within}~`)
    .orderBy('key', 'desc')
    .limit(MOST)
    .execute();
}

export interface Month {
  /** YYYY-MM. */
  readonly month: string;
  readonly articles: number;
}

/** Months with articles, the latest first. */
export async function listMonths(reader: Reader): Promise<Month[]> {
  return await reader
    .selectFrom('reader.shelf_counts')
    .select([
      sql<string>`left(key, 7)`.as('month'),
      sql<number>`sum(articles)::bigint`.as('articles'),
    ])
    .where('shelf', '=', 'day')
    .groupBy(sql`left(key, 7)`)
    .orderBy('month', 'desc')
    .limit(MOST)
    .execute();
}
