import type { Db, PublisherTable } from '@nashra/db';
import type { Insertable } from 'kysely';

const SAHIFA = { slug: 'sahifa', name: 'الصحيفة', time_zone: 'Africa/Casablanca' };

/** Enters a publisher, `sahifa` where nothing else is said; its id. */
export async function addPublisher(
  db: Db,
  facts: Partial<Insertable<PublisherTable>> = {},
): Promise<number> {
  const { id } = await db
    .insertInto('publisher')
    .values({ ...SAHIFA, ...facts })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
