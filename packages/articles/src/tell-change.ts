import { type Cause, type ChangeKind, type Queryable, tallying } from '@nashra/db';
import { sql } from 'kysely';
import { latchChanges } from './latches.ts';
import { waking } from './waking.ts';

/** Of one article, outside the writing of it: what befell it or one of its images. */
export interface Befell {
  readonly kind: Extract<
    ChangeKind,
    'article_removed' | 'article_restored' | 'image_hidden' | 'image_shown'
  >;
  readonly articleId: number;
  readonly cause: Cause;
  readonly imageId?: number;
}

/** Tells readers; the last statement of a transaction, as those of `writeChanges`. */
export async function tellChange(
  tx: Queryable,
  { kind, articleId, cause, imageId }: Befell,
): Promise<void> {
  await latchChanges(tx);
  await sql`
    with told as (
      insert into nashra.change (kind, article_id, story_id, revision, cause, image_id)
      select ${kind}, id, story_id, revision, ${cause}, ${imageId ?? null}::bigint from nashra.article where id = ${articleId}
      returning ${waking}
    )
    ${tallying(sql`select 'changes', count(*) from told having count(*) > 0`)}`.execute(tx);
}
