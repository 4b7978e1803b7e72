import type { Queryable } from '@nashra/db';

/** Whether a source is a page of headlines, to be read as if it were a feed. */
export async function isPageSource(db: Queryable, addressId: number): Promise<boolean> {
  const row = await db
    .selectFrom('feed')
    .select('is_page')
    .where('address_id', '=', addressId)
    .executeTakeFirst();
  return row?.is_page ?? false;
}
