import type { Display, Rights } from './display.ts';
import type { Reader } from './open-reader.ts';

export interface RevisionCard {
  /** Counts from 1. */
  readonly number: number;
  readonly title: string;
  readonly wordCount: number;
  readonly modifiedAt: Date | null;
  /** When this version was stored. */
  readonly createdAt: Date;
}

/** What an article said at one time; rows are never changed. */
export interface Revision extends RevisionCard {
  readonly articleId: number;
  readonly authors: readonly string[];
  readonly summary: string | null;
  readonly body: string;
  readonly html: string;
  readonly language: string | null;
  readonly publishedAt: Date | null;
  readonly extractorVersion: string;
  readonly display: Display;
  readonly rights: Rights | null;
}

const MOST = 1_000;

/** The revisions of an article in order, its first thousand. */
export async function listRevisions(reader: Reader, articleId: number): Promise<RevisionCard[]> {
  return await reader
    .selectFrom('reader.revisions')
    .select(['number', 'title', 'word_count as wordCount', 'modified_at as modifiedAt'])
    .select('created_at as createdAt')
    .where('article_id', '=', articleId)
    .orderBy('number')
    .limit(MOST)
    .execute();
}

export async function readRevision(
  reader: Reader,
  articleId: number,
  number: number,
): Promise<Revision | undefined> {
  return await reader
    .selectFrom('reader.revisions')
    .select(['article_id as articleId', 'number', 'title', 'word_count as wordCount', 'authors'])
    .select(['modified_at as modifiedAt', 'created_at as createdAt', 'summary', 'body', 'html'])
    .select(['language', 'published_at as publishedAt', 'extractor_version as extractorVersion'])
    .select(['display', 'rights'])
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .executeTakeFirst();
}
