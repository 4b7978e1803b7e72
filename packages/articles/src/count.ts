import { type Queryable, readTally } from '@nashra/db';

export interface ArticleCounts {
  readonly articles: number;
  readonly revisions: number;
  readonly stories: number;
  readonly images: number;
  readonly changes: number;
}

/** Counts of what was kept, exact. */
export async function countArticles(db: Queryable): Promise<ArticleCounts> {
  const tally = await readTally(db);
  const of = (what: keyof ArticleCounts): number => tally.get(what) ?? 0;
  return {
    articles: of('articles'),
    revisions: of('revisions'),
    stories: of('stories'),
    images: of('images'),
    changes: of('changes'),
  };
}
