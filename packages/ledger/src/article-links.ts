import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/**
 * Takes articles that will never be written off the addresses that carry them, and off flights that were to write them
 * anew. Returns those addresses, with whether they have a kept body to be read again from.
 */
export async function forgetArticles(
  tx: Queryable,
  articleIds: readonly number[],
): Promise<{ id: number; hasBody: boolean }[]> {
  if (articleIds.length === 0) return [];
  const these = sql<number>`any(${[...articleIds]}::bigint[])`;
  await tx
    .updateTable('flight')
    .set({ article_id: null })
    .where('article_id', '=', these)
    .execute();
  return await tx
    .updateTable('address')
    .set({ article_id: null })
    .where('article_id', '=', these)
    .returning(['id', sql<boolean>`capture_id is not null`.as('hasBody')])
    .execute();
}
