import type { Reader } from './open-reader.ts';

export interface Change {
  /** Read on with `seq > ` the last one seen; none appears late. */
  readonly seq: number;
  readonly kind:
    | 'article_created'
    | 'article_revised'
    | 'article_moved'
    | 'story_merged'
    | 'story_split';
  /** Null, as the revision, for what befell a story as a whole. */
  readonly articleId: number | null;
  readonly storyId: number;
  /** Into which it was merged, which came out of it, or where the article was before. */
  readonly otherStoryId: number | null;
  readonly revision: number | null;
  readonly at: Date;
}

/** The changes after one, in the order they were committed. */
export async function changesAfter(reader: Reader, seq: number, limit: number): Promise<Change[]> {
  return await reader
    .selectFrom('reader.changes')
    .select(['seq', 'kind', 'article_id as articleId', 'story_id as storyId', 'revision', 'at'])
    .select('other_story_id as otherStoryId')
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}
