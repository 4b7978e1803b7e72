import type { Reader } from './open-reader.ts';

/** An article in a list. */
export interface ArticleCard {
  readonly id: number;
  readonly title: string;
  readonly language: string | null;
  readonly publisher: string;
  readonly url: string;
  readonly publishedAt: Date;
  readonly firstSeenAt: Date;
  readonly revision: number;
  readonly isCopy: boolean;
}

/** The articles that came in last. */
export async function latestArticles(reader: Reader, limit: number): Promise<ArticleCard[]> {
  const rows = await reader
    .selectFrom('reader.articles as a')
    .innerJoin('reader.publishers as p', 'p.id', 'a.publisher_id')
    .select(['a.id', 'a.title', 'a.language', 'p.name as publisher', 'a.url', 'a.revision'])
    .select(['a.published_at as publishedAt', 'a.first_seen_at as firstSeenAt', 'a.copy_of'])
    .where('a.revision', '>', 0)
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ copy_of, ...row }) => ({ ...row, isCopy: copy_of !== null }));
}

/** An article as it reads now. */
export interface ReaderArticle {
  readonly id: number;
  readonly title: string;
  /** Slug. */
  readonly publisher: string;
  readonly publishedAt: Date;
  readonly language: string | null;
  readonly body: string;
  readonly url: string;
  readonly story: number;
}

export async function readArticle(reader: Reader, id: number): Promise<ReaderArticle | undefined> {
  return await reader
    .selectFrom('reader.articles as a')
    .innerJoin('reader.publishers as p', 'p.id', 'a.publisher_id')
    .select(['a.id', 'a.title', 'p.slug as publisher', 'a.published_at as publishedAt'])
    .select(['a.language', 'a.body', 'a.url', 'a.story_id as story'])
    .where('a.id', '=', id)
    .executeTakeFirst();
}
