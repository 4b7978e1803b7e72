import { addressKey, hostOf } from '@nashra/address';
import type { AddressKind, AddressTable, Db, Lane } from '@nashra/db';
import type { Insertable } from 'kysely';

type Facts = Partial<
  Omit<Insertable<AddressTable>, 'key' | 'host' | 'address' | 'publisher_id'>
> & {
  readonly kind?: AddressKind;
  readonly lane?: Lane;
};

/** Enters an address as it stands in a ledger, an article that waits where nothing else is said; its id. */
export async function addAddress(
  db: Db,
  address: string,
  publisherId: number,
  facts: Facts = {},
): Promise<number> {
  const { id } = await db
    .insertInto('address')
    .values({
      kind: 'article',
      ...facts,
      key: addressKey(address),
      host: hostOf(address),
      address,
      publisher_id: publisherId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Enters a feed with its address; the address's id. */
export async function addFeed(
  db: Db,
  address: string,
  publisherId: number,
  facts: { readonly interval_seconds?: number; readonly failures?: number } = {},
): Promise<number> {
  const id = await addAddress(db, address, publisherId, { kind: 'feed', state: 'read' });
  await db
    .insertInto('feed')
    .values({ publisher_id: publisherId, address_id: id, address, host: hostOf(address), ...facts })
    .execute();
  return id;
}
