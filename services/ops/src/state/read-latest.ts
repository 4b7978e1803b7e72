import type { Db } from '@nashra/db';

export interface LatestArticle {
  readonly id: number;
  readonly title: string;
  readonly language: string | null;
  readonly publisher: string;
  readonly address: string;
  readonly publishedAt: Date | null;
  readonly storedAt: Date;
  readonly revision: number;
  readonly isCopy: boolean;
}

/** The articles that came in last. */
export async function readLatest(db: Db, limit: number): Promise<LatestArticle[]> {
  const rows = await db
    .selectFrom('article')
    .innerJoin('revision', (join) =>
      join
        .onRef('revision.article_id', '=', 'article.id')
        .onRef('revision.number', '=', 'article.revision'),
    )
    .innerJoin('publisher', 'publisher.id', 'article.publisher_id')
    .innerJoin('address', 'address.id', 'article.address_id')
    .select([
      'article.id',
      'revision.title',
      'article.language',
      'publisher.name as publisher',
      'address.address',
      'article.published_at as publishedAt',
      'article.created_at as storedAt',
      'article.revision',
      'article.copy_of',
    ])
    .where('article.revision', '>', 0)
    .orderBy('article.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ copy_of, ...row }) => ({ ...row, isCopy: copy_of !== null }));
}
