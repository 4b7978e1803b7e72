import type { Generated } from 'kysely';

export type ChangeKind =
  | 'article_created'
  | 'article_revised'
  | 'article_moved'
  | 'story_merged'
  | 'story_split'
  | 'article_removed'
  | 'article_restored'
  | 'image_hidden'
  | 'image_shown';

/** The publisher's page is new or other; the same bytes were read again; or somebody here acted. */
export type Cause = 'source' | 'pipeline' | 'operator';

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
  cause: Cause;
  /** Of what befell an image. */
  image_id: number | null;
  at: Generated<Date>;
}
