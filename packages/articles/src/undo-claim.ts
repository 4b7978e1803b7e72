import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { latchDecisions } from './latches.ts';
import { discardDrafts } from './save-drafts.ts';

export interface Undone {
  /** The articles that were claimed and will never be written. */
  readonly articleIds: readonly number[];
  /** Addresses whose drafts were decided to be revisions of them: to be decided again. */
  readonly undecided: readonly number[];
}

/**
 * Takes back what an address claimed and never wrote: an article without a revision would make copies of nothing.
 * Its draft goes too. Who believed in the article has to be sent back by the caller.
 */
export async function undoClaim(tx: Queryable, addressId: number): Promise<Undone> {
  await discardDrafts(tx, [addressId]);
  // Who recognises a copy just now either has committed, or will not see the claim.
  await latchDecisions(tx);
  const claimed = await tx
    .deleteFrom('article')
    .where('address_id', '=', addressId)
    .where('revision', '=', 0)
    .returning(['id', 'story_id'])
    .execute();
  const articleIds = claimed.map((row) => row.id);
  if (articleIds.length === 0) return { articleIds, undecided: [] };
  const stories = claimed.map((row) => row.story_id);
  await sql`
    delete from nashra.story where id = any(${stories}::bigint[])
      and not exists (select from nashra.article a where a.story_id = story.id)`.execute(tx);
  const undecided = await tx
    .updateTable('draft')
    .set({ article_id: null })
    .where('article_id', '=', sql<number>`any(${articleIds}::bigint[])`)
    .returning('address_id')
    .execute();
  return { articleIds, undecided: undecided.map((row) => row.address_id) };
}
