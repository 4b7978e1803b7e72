import { type Act, record } from '@nashra/audit';
import type { Queryable } from '@nashra/db';
import { type RawBuilder, sql } from 'kysely';
import { findSource, type Named } from '../find-source.ts';
import type { AccessRow } from './access-of.ts';
import { bareOrigin } from './access-of.ts';
import { type AccessChange, AccessError, changedAccess, namesOf, type SaidAccess } from './said.ts';

const NOTHING: SaidAccess = { headers: {} };

/** What is to become of what a source is asked with. */
export type AccessWish =
  | { readonly change: AccessChange; readonly key: string | undefined }
  /** Back to what it was before the last change. */
  | 'undo'
  /** As everybody is asked. */
  | 'forget';

/**
 * Says what a feed, or all of a publisher's, is asked with, and has it polled now. It is sent to the origins that the source
 * has at this moment and to no others. The audit keeps names, the row what was before.
 *
 * @returns the names of what it is asked with now
 * @throws NoSuchSourceError, AccessError
 */
export async function setAccess(
  db: Queryable,
  what: string,
  wish: AccessWish,
  act: Act,
): Promise<readonly string[]> {
  return await db.transaction().execute(async (tx) => {
    const named = await findSource(tx, what);
    const feeds = await feedsOf(tx, named);
    const [first] = feeds;
    const publisherId = named.publisherId ?? first?.publisherId;
    if (publisherId === undefined) throw new AccessError(`${what} has no feed`);
    const known = await rowOf(tx, publisherId, named.feedAddressId);
    const before = known?.said ?? NOTHING;
    const after = wished(before, known?.before ?? null, wish);
    const names = namesOf(after);
    const facts = {
      origins: originsOf(feeds),
      said: JSON.stringify(after),
      before: JSON.stringify(before),
      names,
      updated_at: sql<Date>`now()`,
    };
    if (known) {
      await tx.updateTable('access').set(facts).where('id', '=', known.id).execute();
    } else {
      const of = { publisher_id: publisherId, feed_address_id: named.feedAddressId };
      await tx
        .insertInto('access')
        .values({ ...of, ...facts })
        .execute();
    }
    const ids = feeds.flatMap(({ addressId }) => (addressId === null ? [] : [addressId]));
    await tx
      .updateTable('feed')
      .set({ next_poll_at: sql<Date>`now()` })
      .where('address_id', 'in', ids.length > 0 ? ids : [0])
      .execute();
    const detail = { before: namesOf(before), after: names, origins: facts.origins };
    await record(tx, act, { action: 'source.access', subject: what, detail });
    return names;
  });
}

function wished(before: SaidAccess, earlier: SaidAccess | null, wish: AccessWish): SaidAccess {
  if (wish === 'forget') return NOTHING;
  if (wish !== 'undo') return changedAccess(before, wish.change, wish.key);
  if (earlier === null) throw new AccessError('nothing was changed that could be taken back');
  return earlier;
}

interface OwnFeed {
  readonly publisherId: number;
  /** Null for the home page of the publisher. */
  readonly addressId: number | null;
  readonly address: string;
}

async function feedsOf(tx: Queryable, { publisherId, feedAddressId }: Named): Promise<OwnFeed[]> {
  const feeds = await tx
    .selectFrom('feed')
    .select(['publisher_id as publisherId', 'address_id as addressId', 'address'])
    .where((eb) =>
      feedAddressId === null
        ? eb('publisher_id', '=', publisherId ?? -1)
        : eb('address_id', '=', feedAddressId),
    )
    .execute();
  if (publisherId === null) return feeds;
  const home = await tx
    .selectFrom('publisher')
    .select(['id as publisherId', 'homepage as address'])
    .where('id', '=', publisherId)
    .executeTakeFirst();
  if (!home?.address) return feeds;
  return [{ publisherId, addressId: null, address: home.address }, ...feeds];
}

function originsOf(feeds: readonly OwnFeed[]): string[] {
  return [...new Set(feeds.map(({ address }) => bareOrigin(address)))];
}

async function rowOf(tx: Queryable, publisherId: number, feedAddressId: number | null) {
  return await tx
    .selectFrom('access')
    .select(['id', 'said', 'before'])
    .where('publisher_id', '=', publisherId)
    .where('feed_address_id', feedAddressId === null ? 'is' : '=', feedAddressId)
    .forUpdate()
    .executeTakeFirst();
}

/** What may hold for an address `a`, as a scalar for a statement of somebody who reads the address anyway. */
export const accessRows: RawBuilder<AccessRow[] | null> = sql`(
  select json_agg(json_build_object('feed', s.feed_address_id, 'origins', s.origins, 'said', s.said))
  from nashra.access s where s.publisher_id = a.publisher_id and cardinality(s.names) > 0)`;
