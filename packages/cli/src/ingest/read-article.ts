import type { Db } from '@nashra/db';

/** An article as `nashra ingest --json` prints it. */
export interface ShownArticle {
  readonly id: number;
  readonly title: string;
  /** Slug. */
  readonly publisher: string;
  readonly publishedAt: Date | null;
  readonly language: string | null;
  readonly body: string;
  readonly url: string;
  readonly story: number;
}

export async function readArticle(db: Db, id: number): Promise<ShownArticle | undefined> {
  return await db
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
      'publisher.slug as publisher',
      'article.published_at as publishedAt',
      'article.language',
      'revision.body',
      'address.address as url',
      'article.story_id as story',
    ])
    .where('article.id', '=', id)
    .executeTakeFirst();
}
