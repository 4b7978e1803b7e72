import type { Db } from '@nashra/db';
import type { Target } from './handler.ts';

/** A released address; null when it has moved on. */
export async function loadTarget(db: Db, addressId: number): Promise<Target | null> {
  const row = await db
    .selectFrom('address')
    .select([
      'id as addressId',
      'address',
      'host',
      'kind',
      'lane',
      'etag',
      'last_modified as lastModified',
      'waits',
    ])
    .where('id', '=', addressId)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return row ?? null;
}
