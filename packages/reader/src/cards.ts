import { type RawBuilder, sql } from 'kysely';
import type { Display, Rights } from './display.ts';
import type { Reader } from './open-reader.ts';
import { microsOf, type Place } from './page.ts';
import type { ReaderSchema } from './schema.ts';

export interface LeadImage {
  readonly id: number;
  readonly url: string;
  readonly caption: string | null;
  readonly alt: string | null;
}

/** An article in a list. */
export interface ArticleCard {
  readonly id: number;
  readonly title: string;
  readonly summary: string | null;
  readonly language: string | null;
  /** Slug. */
  readonly publisher: string;
  readonly publisherName: string;
  /** In the publisher's own script, where it differs. */
  readonly publisherNameNative: string | null;
  readonly section: string | null;
  readonly authors: readonly string[];
  readonly url: string;
  readonly publishedAt: Date;
  readonly publishedPrecision: ReaderSchema['reader.articles']['published_precision'];
  readonly firstSeenAt: Date;
  /** When its current revision was written. */
  readonly updatedAt: Date;
  readonly revision: number;
  readonly isCopy: boolean;
  readonly wordCount: number;
  readonly image: LeadImage | null;
  readonly story: number;
  /** How many articles of how many publishers tell its story. */
  readonly storyArticles: number;
  readonly storyPublishers: number;
  /** How much of it may be shown: see `shownCard`. */
  readonly display: Display;
  readonly rights: Rights | null;
  /** Part of it is for subscribers. */
  readonly isPaywalled: boolean;
}

/** What a listing has chosen: an article, and by what it is ordered. */
export interface Picked {
  readonly article_id: number;
  readonly at: Date;
  readonly tie: number;
}

/** The cards of picked articles, the latest first; each with its place. */
export async function cardsOf(
  reader: Reader,
  picked: RawBuilder<Picked>,
): Promise<(ArticleCard & Place)[]> {
  return await selectCards(reader, picked).execute();
}

/** The statement that gives them. */
export function selectCards(reader: Reader, picked: RawBuilder<Picked>) {
  return reader
    .selectFrom(picked.as('picked'))
    .innerJoin('reader.articles as a', 'a.id', 'picked.article_id')
    .innerJoin('reader.publishers as p', 'p.id', 'a.publisher_id')
    .innerJoin('reader.stories as s', 's.id', 'a.story_id')
    .select(['a.id', 'a.title', 'a.summary', 'a.language', 'p.slug as publisher', 'a.section'])
    .select(['p.name as publisherName', 'p.name_native as publisherNameNative', 'a.authors'])
    .select(['a.url', 'a.published_at as publishedAt', 'a.first_seen_at as firstSeenAt'])
    .select(['a.updated_at as updatedAt'])
    .select(['a.published_precision as publishedPrecision', 'a.revision', 'a.story_id as story'])
    .select(['a.display', 'a.rights', sql<boolean>`a.paywalled is true`.as('isPaywalled')])
    .select(['a.word_count as wordCount', 's.articles as storyArticles'])
    .select(['s.publishers as storyPublishers', sql<boolean>`a.copy_of is not null`.as('isCopy')])
    .select([microsOf(sql`picked.at`).as('micros'), 'picked.tie'])
    .select(
      sql<LeadImage | null>`(select json_build_object('id', i.id, 'url', i.url, 'caption', i.caption, 'alt', i.alt)
        from reader.images i where i.article_id = a.id order by not i.is_lead, i.position limit 1)`.as(
        'image',
      ),
    )
    .orderBy('picked.at', 'desc')
    .orderBy('picked.tie', 'desc');
}
