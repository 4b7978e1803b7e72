import { addressKey, hostOf } from '@nashra/address';
import { type AddressKind, type AddressTable, type Db, type Lane, tally } from '@nashra/db';
import type { Insertable } from 'kysely';

type Facts = Partial<
  Omit<Insertable<AddressTable>, 'key' | 'host' | 'address' | 'publisher_id'>
> & {
  readonly kind?: AddressKind;
  readonly lane?: Lane;
  /** Of a flight. */
  readonly due_at?: Date;
  readonly waits?: number;
  readonly rescues?: number;
};

export const ENDED = new Set(['indexed', 'known', 'read', 'dropped', 'quarantined']);

/** Enters an address as it stands in a ledger, an article that waits where nothing else is said; its id. */
export async function addAddress(
  db: Db,
  address: string,
  publisherId: number,
  { state = 'waiting', reason = null, lane = 0, due_at, waits, rescues, ...facts }: Facts = {},
): Promise<number> {
  const host = hostOf(address);
  const isFlight = state !== null && !ENDED.has(state);
  const { id } = await db
    .insertInto('address')
    .values({
      kind: 'article',
      ...facts,
      key: addressKey(address),
      host,
      address,
      publisher_id: publisherId,
      ...(isFlight ? {} : { state, reason }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (isFlight) {
    const { capture_id, article_id, etag, last_modified, updated_at } = facts;
    await db
      .insertInto('flight')
      .values({
        address_id: id,
        state,
        reason,
        host,
        lane,
        publisher_id: publisherId,
        due_at: state === 'waiting' ? (due_at ?? new Date()) : null,
        capture_id: capture_id ?? null,
        article_id: article_id ?? null,
        etag: etag ?? null,
        last_modified: last_modified ?? null,
        waits: waits ?? 0,
        rescues: rescues ?? 0,
        ...(updated_at instanceof Date ? { moved_at: updated_at } : {}),
      })
      .execute();
  }
  const why = isFlight || reason === null ? '' : ` ${reason}`;
  await tally(db, { [`address ${state}${why}`]: 1 });
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
