import type { Queryable } from '@nashra/db';

/** An article that turns out to be a feed becomes one; a feed stays as it is. */
export async function turnIntoFeed(db: Queryable, addressId: number): Promise<void> {
  await db
    .updateTable('address')
    .set({ kind: 'feed' })
    .where('id', '=', addressId)
    .where('kind', '!=', 'feed')
    .execute();
}
