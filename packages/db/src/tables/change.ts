import type { Generated } from 'kysely';

export type ChangeKind = 'article_created' | 'article_revised';

/** What readers follow: `seq` rises in the order of commits and is never filled in late. */
export interface ChangeTable {
  seq: Generated<number>;
  kind: ChangeKind;
  article_id: number;
  story_id: number;
  revision: number;
  at: Generated<Date>;
}
