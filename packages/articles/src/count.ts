import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

export interface ArticleCounts {
  readonly articles: number;
  readonly revisions: number;
  readonly stories: number;
  readonly images: number;
  readonly changes: number;
}

/** Counts of what was kept, exact. */
export async function countArticles(db: Queryable): Promise<ArticleCounts> {
  const { rows } = await sql<ArticleCounts>`
    select (select count(*) from nashra.article where revision > 0) as articles,
      (select count(*) from nashra.revision) as revisions,
      (select count(distinct story_id) from nashra.article where revision > 0) as stories,
      (select count(*) from nashra.image) as images,
      (select count(*) from nashra.change) as changes`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the database gave no counts');
  return row;
}
