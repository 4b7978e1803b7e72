import { addressKey, canonicalAddress } from '@nashra/address';
import type { Queryable } from '@nashra/db';
import { findAddresses } from '@nashra/ledger';

/** Nobody of that slug, and no feed of that address. */
export class NoSuchSourceError extends Error {
  override name = 'NoSuchSourceError';
  readonly code = 'NO_SUCH_SOURCE';

  constructor(what: string) {
    super(`No publisher or feed "${what}"`);
  }
}

/** A source by its name: a publisher by its slug, or one feed by its address. */
export interface Named {
  readonly publisherId: number | null;
  readonly feedAddressId: number | null;
  /** As people know it. */
  readonly name: string;
}

/**
 * A source by what operators call it.
 *
 * @throws NoSuchSourceError
 */
export async function findSource(tx: Queryable, what: string): Promise<Named> {
  const publisher = await tx
    .selectFrom('publisher')
    .select(['id', 'name'])
    .where('slug', '=', what)
    .executeTakeFirst();
  if (publisher) return { publisherId: publisher.id, feedAddressId: null, name: publisher.name };
  const feed = await findFeed(tx, what);
  return { publisherId: null, feedAddressId: feed.addressId, name: feed.address };
}

/**
 * One feed by its address, however that is spelt.
 *
 * @throws NoSuchSourceError
 */
export async function findFeed(
  tx: Queryable,
  what: string,
): Promise<{ readonly addressId: number; readonly address: string }> {
  const address = /^https?:/i.test(what) ? canonicalAddress(what) : null;
  const [row] = address === null ? [] : await findAddresses(tx, { keys: [addressKey(address)] });
  const feed =
    row &&
    (await tx
      .selectFrom('feed')
      .select(['address_id as addressId', 'address'])
      .where('address_id', '=', row.id)
      .executeTakeFirst());
  if (!feed) throw new NoSuchSourceError(what);
  return feed;
}
