import { addressKey } from '@nashra/address';
import { type Act, record } from '@nashra/audit';
import type { Heir, Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { findFeed } from '../find-source.ts';
import { moveFeed } from '../moves.ts';
import { AddressTakenError } from '../set-source.ts';
import { rankHeirs } from './rank-heirs.ts';

/** Where the publisher of a dead feed may be asked for others. */
export interface Home {
  readonly publisherId: number;
  readonly address: string;
}

/** Said so twice (410), nobody takes it for a mistake. */
const GONE_TIMES = 2;
/** A home page is asked once in so long. */
const ASK_DAYS = 7;

/**
 * Takes feeds that have died, by their server's word or after `deathMs` without an answer that counts, and gives where their
 * publishers' front pages lie; each is taken again in a week, while it stays dead.
 */
export async function takeDeadFeeds(
  tx: Queryable,
  { deathMs, limit }: { readonly deathMs: number; readonly limit: number },
): Promise<Home[]> {
  const { rows } = await sql<Home & { feed: string }>`
    with dead as materialized (
      select f.id, f.publisher_id, f.address, p.homepage from nashra.feed f join nashra.publisher p on p.id = f.publisher_id
      where f.state = 'active' and p.state = 'active' and f.failures >= ${GONE_TIMES}
        and (f.last_reason = 'gone' or coalesce(f.last_success_at, f.created_at)
          < now() - make_interval(secs => ${deathMs / 1000}::float8))
        and (f.home_asked_at is null or f.home_asked_at < now() - make_interval(days => ${ASK_DAYS}))
      order by f.home_asked_at nulls first limit ${limit} for no key update of f skip locked
    )
    update nashra.feed f set home_asked_at = now() from dead where f.id = dead.id
    returning dead.publisher_id as "publisherId", coalesce(dead.homepage, '') as address, dead.address as feed`.execute(
    tx,
  );
  return rows.map(({ publisherId, address, feed }) => ({
    publisherId,
    address: URL.canParse(address) ? address : new URL('/', feed).href,
  }));
}

/**
 * Keeps, with each dead feed of a publisher, which of the feeds that its front page names may have taken its place. Returns
 * how many feeds have one.
 */
export async function proposeHeirs(
  tx: Queryable,
  publisherId: number,
  named: readonly Heir[],
): Promise<number> {
  const feeds = await tx
    .selectFrom('feed')
    .select(['id', 'address', 'title', 'failures', 'home_asked_at as homeAskedAt'])
    .where('publisher_id', '=', publisherId)
    .execute();
  // Another publisher's may be named too.
  const keys = new Set(feeds.map(({ address }) => addressKey(address).toString('hex')));
  let proposed = 0;
  for (const feed of feeds) {
    if (feed.homeAskedAt === null || feed.failures === 0) continue;
    const heirs = rankHeirs(feed, named, keys);
    proposed += heirs.length > 0 ? 1 : 0;
    await tx
      .updateTable('feed')
      .set({ heirs: JSON.stringify(heirs) })
      .where('id', '=', feed.id)
      .execute();
  }
  return proposed;
}

/** Nothing was found that a dead feed could have become. */
export class NoHeirError extends Error {
  override name = 'NoHeirError';
  readonly code = 'NO_HEIR';
}

/**
 * Gives a dead feed the address of one of its heirs, counted from 1, and has it polled now; what it found stays its own, and the
 * audit keeps where it was. Returns the new address.
 *
 * @throws NoSuchSourceError, NoHeirError, AddressTakenError
 */
export async function adoptHeir(
  db: Queryable,
  what: string,
  number: number,
  act: Act,
): Promise<string> {
  return await db.transaction().execute(async (tx) => {
    const { addressId, address } = await findFeed(tx, what);
    const row = await tx
      .selectFrom('feed')
      .select('heirs')
      .where('address_id', '=', addressId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const heir = row.heirs?.[number - 1];
    if (!heir) {
      const n = row.heirs?.length ?? 0;
      throw new NoHeirError(n === 0 ? `${address} has no heir` : `${address} has ${n} heirs`);
    }
    await tx
      .updateTable('feed')
      .set({ heirs: null, home_asked_at: null, next_poll_at: sql<Date>`now()` })
      .where('address_id', '=', addressId)
      .execute();
    await record(tx, act, {
      action: 'source.adopt',
      subject: address,
      detail: { heir: heir.address },
    });
    if (!(await moveFeed(tx, addressId, heir.address, act))) {
      throw new AddressTakenError(heir.address);
    }
    return heir.address;
  });
}
