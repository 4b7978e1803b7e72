import type { Queryable } from '@nashra/db';

/** A page that was taken for an article and carries none is a front page from now on; feeds stay what they are. */
export async function turnIntoHome(db: Queryable, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('address')
    .set({ kind: 'home' })
    .where('id', 'in', ids)
    .where('kind', '=', 'article')
    .where('article_id', 'is', null)
    .execute();
}
