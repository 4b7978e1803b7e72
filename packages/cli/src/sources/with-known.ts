import { addressKey, canonicalAddress } from '@nashra/address';
import type { Db } from '@nashra/db';
import type { Catalog, CatalogFeed, CatalogPublisher } from '@nashra/sources';
import { sql } from 'kysely';

/**
 * A list that knows little of its publishers (OPML, a single feed) beside what the database knows: of known publishers
 * the database's word stands, and feeds that some publisher has already make no new one.
 */
export async function withKnown(db: Db, catalog: Catalog): Promise<Catalog> {
  const merged: CatalogPublisher[] = [];
  for (const publisher of catalog) {
    const known = await knownFacts(db, publisher.slug);
    const feeds = known ? publisher.feeds : await withoutKnown(db, publisher.feeds);
    if (feeds.length > 0) merged.push({ ...(known ?? publisher), feeds });
  }
  return merged;
}

async function knownFacts(
  db: Db,
  slug: string,
): Promise<Omit<CatalogPublisher, 'feeds'> | undefined> {
  const row = await db
    .selectFrom('publisher')
    .select(['name', 'name_native', 'homepage', 'language', 'country', 'time_zone'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    slug,
    name: row.name,
    ...(row.name_native && { nameNative: row.name_native }),
    ...(row.homepage && { homepage: row.homepage }),
    ...(row.language && { language: row.language }),
    ...(row.country && { country: row.country }),
    timeZone: row.time_zone,
  };
}

async function withoutKnown(db: Db, feeds: readonly CatalogFeed[]): Promise<CatalogFeed[]> {
  const keyOf = ({ address }: CatalogFeed) => addressKey(canonicalAddress(address) ?? address);
  const rows = await db
    .selectFrom('address')
    .innerJoin('feed', 'feed.address_id', 'address.id')
    .select('address.key')
    .where('address.key', '=', sql<Buffer>`any(${feeds.map(keyOf)}::bytea[])`)
    .execute();
  return feeds.filter((feed) => !rows.some(({ key }) => key.equals(keyOf(feed))));
}
