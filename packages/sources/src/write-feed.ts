import type { Database, Queryable } from '@nashra/db';
import type { RawBuilder, Updateable } from 'kysely';

/** Columns of a feed's row, each a value or what the database is to make of one. */
export type FeedChanges = {
  readonly [Column in keyof Updateable<Database['feed']>]?:
    | Updateable<Database['feed']>[Column]
    | RawBuilder<unknown>;
};

/** Writes what a poll changes of the feed of an address. One statement. */
export async function writeFeed(
  db: Queryable,
  addressId: number,
  changes: FeedChanges,
): Promise<void> {
  await db
    .updateTable('feed')
    .set(changes as Updateable<Database['feed']>)
    .where('address_id', '=', addressId)
    .execute();
}
