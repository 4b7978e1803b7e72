import type { Reader } from './open-reader.ts';

export interface Change {
  /** Read on with `seq > ` the last one seen; none appears late. */
  readonly seq: number;
  readonly kind: 'article_created' | 'article_revised';
  readonly articleId: number;
  readonly storyId: number;
  readonly revision: number;
  readonly at: Date;
}

/** The changes after one, in the order they were committed. */
export async function changesAfter(reader: Reader, seq: number, limit: number): Promise<Change[]> {
  return await reader
    .selectFrom('reader.changes')
    .select(['seq', 'kind', 'article_id as articleId', 'story_id as storyId', 'revision', 'at'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}
