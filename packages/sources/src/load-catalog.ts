import { addressKey, canonicalAddress, hostOf } from '@nashra/address';
import { type Act, record } from '@nashra/audit';
import type { Queryable } from '@nashra/db';
import { begin, findAddresses, turnIntoFeed } from '@nashra/ledger';
import { sql } from 'kysely';
import type { Catalog, CatalogFeed, CatalogPublisher } from './catalog.ts';

export interface CatalogChange {
  readonly publishersAdded: number;
  /** Known publishers about whom the catalog says something else by now. */
  readonly publishersChanged: number;
  readonly feedsAdded: number;
}

/**
 * Brings publishers and feeds into the database, all or none. Loading the same catalog again changes nothing; what
 * operators decided (pauses, intervals) stays, and what the catalog no longer names is left alone.
 *
 * @param act where a person adds sources: the audit has a row for each publisher that gets feeds
 */
export async function loadCatalog(
  db: Queryable,
  catalog: Catalog,
  act?: Act,
): Promise<CatalogChange> {
  return await db.transaction().execute(async (transaction) => {
    const change = { publishersAdded: 0, publishersChanged: 0, feedsAdded: 0 };
    for (const publisher of catalog) {
      const saved = await savePublisher(transaction, publisher);
      if (saved.is === 'new') change.publishersAdded += 1;
      if (saved.is === 'changed') change.publishersChanged += 1;
      const added: string[] = [];
      for (const feed of publisher.feeds) {
        if (await addFeed(transaction, saved.id, feed)) added.push(feed.address);
      }
      change.feedsAdded += added.length;
      if (act && added.length > 0) {
        const detail = { feeds: added, publisher: saved.is };
        await record(transaction, act, { action: 'source.add', subject: publisher.slug, detail });
      }
    }
    return change;
  });
}

async function savePublisher(
  db: Queryable,
  { slug, name, nameNative, homepage, language, country, timeZone }: CatalogPublisher,
): Promise<{ id: number; is: 'new' | 'changed' | 'known' }> {
  const facts = {
    name,
    name_native: nameNative ?? null,
    homepage: homepage ?? null,
    language: language ?? null,
    country: country ?? null,
    time_zone: timeZone,
  };
  const known = await db
    .selectFrom('publisher')
    .select(['id', 'name', 'name_native', 'homepage', 'language', 'country', 'time_zone'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!known) {
    // Two may load at the same time: the later one finds the row of the earlier.
    const row = await db
      .insertInto('publisher')
      .values({ slug, ...facts })
      .onConflict((conflict) => conflict.column('slug').doUpdateSet(facts))
      .returning('id')
      .executeTakeFirstOrThrow();
    return { id: row.id, is: 'new' };
  }
  const { id, ...before } = known;
  const names = Object.keys(facts) as (keyof typeof facts)[];
  if (names.every((column) => before[column] === facts[column])) return { id, is: 'known' };
  await db
    .updateTable('publisher')
    .set({ ...facts, updated_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
  return { id, is: 'changed' };
}

/** Feeds rest until their time comes: their address is a row of the ledger that is not in flight. */
const RESTING = 'read';

async function addFeed(db: Queryable, publisherId: number, feed: CatalogFeed): Promise<boolean> {
  const address = canonicalAddress(feed.address);
  if (address === null) throw new Error(`Not an address of the public web: ${feed.address}`);
  await begin(db, [{ address, publisherId, kind: 'feed' }], { resting: RESTING });
  const [row] = await findAddresses(db, { keys: [addressKey(address)] });
  if (!row) throw new Error(`${address} is in the ledger and cannot be found`);
  await turnIntoFeed(db, row.id);
  const added = await db
    .insertInto('feed')
    .values({
      publisher_id: publisherId,
      address_id: row.id,
      address: row.address,
      host: hostOf(row.address),
      title: feed.title ?? null,
      is_page: feed.isPage ?? false,
      ...(feed.intervalSeconds && { interval_seconds: feed.intervalSeconds }),
    })
    .onConflict((conflict) => conflict.column('address_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}
