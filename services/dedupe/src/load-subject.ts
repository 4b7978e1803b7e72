import type { Db } from '@nashra/db';
import { draftSchema } from '@nashra/ledger';
import type { Subject } from './handler.ts';

/** The draft of an address that waits to be recognised; null when it has moved on. */
export async function loadSubject(db: Db, addressId: number): Promise<Subject | null> {
  const row = await db
    .selectFrom('address')
    .innerJoin('draft', 'draft.address_id', 'address.id')
    .select(['address.address', 'publisher_id', 'guid_key', 'draft.draft'])
    .where('address.id', '=', addressId)
    .where('state', '=', 'parsed')
    .executeTakeFirst();
  if (!row) return null;
  return {
    addressId,
    address: row.address,
    publisherId: row.publisher_id,
    guidKey: row.guid_key,
    draft: draftSchema.parse(row.draft),
  };
}
