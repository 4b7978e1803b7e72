import { sql } from 'kysely';
import { type ArticleCard, cardsOf, type Picked } from './cards.ts';
import { compiled } from './compiled.ts';
import type { Display, Rights } from './display.ts';
import type { Reader } from './open-reader.ts';
import type { ReaderSchema } from './schema.ts';

type Stored = ReaderSchema['reader.articles'];

/** The articles that came in last. */
export async function latestArticles(reader: Reader, limit: number): Promise<ArticleCard[]> {
  const picked = sql<Picked>`(select article_id, published_at as at, article_id as tie from reader.timeline
    order by article_id desc limit ${limit})`;
  const rows = await cardsOf(reader, picked);
  return rows.map(({ micros: _, tie: __, ...card }) => card).toSorted((a, b) => b.id - a.id);
}

export interface ArticleImage {
  readonly id: number;
  /** At the publisher's. */
  readonly url: string;
  readonly isLead: boolean;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly alt: string | null;
}

/** An article as it reads now. */
export interface ReaderArticle {
  readonly id: number;
  readonly title: string;
  /** Slug. */
  readonly publisher: string;
  readonly publisherName: string;
  readonly publisherNameNative: string | null;
  /** IANA zone of the publisher, in which its days are counted. */
  readonly timeZone: string;
  readonly publishedAt: Date;
  readonly publishedPrecision: Stored['published_precision'];
  readonly publishedSource: string | null;
  readonly modifiedAt: Date | null;
  readonly language: string | null;
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly summary: string | null;
  /** Plain text, paragraphs apart by an empty line. */
  readonly body: string;
  /** The body as sanitized HTML. */
  readonly html: string;
  readonly url: string;
  readonly wordCount: number;
  readonly story: number;
  /** How many articles tell its story, this one included. */
  readonly storyArticles: number;
  readonly copyOf: number | null;
  readonly revision: number;
  readonly firstSeenAt: Date;
  readonly updatedAt: Date;
  readonly sureness: Stored['sureness'];
  readonly images: readonly ArticleImage[];
  readonly display: Display;
  readonly rights: Rights | null;
}

/** Undefined where there is none; `readTombstone` says whether there was. */
export async function readArticle(reader: Reader, id: number): Promise<ReaderArticle | undefined> {
  const [article] = await oneArticle(reader, id);
  return article;
}

// Not as one of many: of one the server keeps the plan.
const oneArticle = compiled((reader, id: number) => selectArticles(reader).where('a.id', '=', id));

/** Those of these articles that there are, in the order of their ids. */
export async function readArticles(
  reader: Reader,
  ids: readonly number[],
): Promise<ReaderArticle[]> {
  return await selectArticles(reader)
    .where('a.id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .orderBy('a.id')
    .execute();
}

function selectArticles(reader: Reader) {
  return reader
    .selectFrom('reader.articles as a')
    .innerJoin('reader.publishers as p', 'p.id', 'a.publisher_id')
    .innerJoin('reader.stories as s', 's.id', 'a.story_id')
    .select(['a.id', 'a.title', 'p.slug as publisher', 'p.name as publisherName'])
    .select(['p.name_native as publisherNameNative', 'p.time_zone as timeZone', 'a.authors'])
    .select(['a.published_at as publishedAt', 'a.published_precision as publishedPrecision'])
    .select(['a.published_source as publishedSource', 'a.modified_at as modifiedAt', 'a.language'])
    .select(['a.section', 'a.tags', 'a.summary', 'a.body', 'a.html', 'a.url', 'a.revision'])
    .select(['a.word_count as wordCount', 'a.story_id as story', 'a.copy_of as copyOf'])
    .select(['a.first_seen_at as firstSeenAt', 'a.updated_at as updatedAt', 'a.sureness'])
    .select(['a.display', 'a.rights', 's.articles as storyArticles'])
    .select(
      sql<
        readonly ArticleImage[]
      >`coalesce((select json_agg(json_build_object('id', i.id, 'url', i.url,
        'isLead', i.is_lead, 'caption', i.caption, 'credit', i.credit, 'alt', i.alt) order by i.position)
        from reader.images i where i.article_id = a.id), '[]')`.as('images'),
    );
}

export interface Tombstone {
  readonly articleId: number;
  /** Slug. */
  readonly publisher: string;
  readonly removedAt: Date;
}

/** Of an article that was taken down. */
export async function readTombstone(reader: Reader, id: number): Promise<Tombstone | undefined> {
  return await reader
    .selectFrom('reader.tombstones as t')
    .innerJoin('reader.publishers as p', 'p.id', 't.publisher_id')
    .select(['t.article_id as articleId', 'p.slug as publisher', 't.removed_at as removedAt'])
    .where('t.article_id', '=', id)
    .executeTakeFirst();
}
