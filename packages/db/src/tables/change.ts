import type { Generated } from 'kysely';

export type ChangeKind =
  | 'article_created'
  | 'article_revised'
  | 'article_moved'
  | 'story_merged'
  | 'story_split';

/** What readers follow: `seq` rises in the order of commits and is never filled in late. */
export interface ChangeTable {
  seq: Generated<number>;
  kind: ChangeKind;
  /** Null for what befell a story as a whole. */
  article_id: number | null;
  story_id: number;
  /** Into which it was merged, which came out of it, or where the article was before. */
  other_story_id: number | null;
  revision: number | null;
  at: Generated<Date>;
}
