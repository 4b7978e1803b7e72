import { canonicalAddress } from '@nashra/address';
import type { Queryable } from '@nashra/db';
import type { Catalog, CatalogFeed, CatalogPublisher } from './catalog.ts';

/**
 * A list that knows little of its publishers (OPML, a single feed) beside what the database knows: of known publishers
 * the database's word stands, and feeds that some publisher has already make no new one.
 */
export async function withKnown(db: Queryable, catalog: Catalog): Promise<Catalog> {
  const merged: CatalogPublisher[] = [];
  for (const publisher of catalog) {
    const known = await knownFacts(db, publisher.slug);
    const feeds = known ? publisher.feeds : await withoutKnown(db, publisher.feeds);
    if (feeds.length > 0) merged.push({ ...(known ?? publisher), feeds });
  }
  return merged;
}

async function knownFacts(
  db: Queryable,
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

async function withoutKnown(db: Queryable, feeds: readonly CatalogFeed[]): Promise<CatalogFeed[]> {
  const addressOf = ({ address }: CatalogFeed) => canonicalAddress(address) ?? address;
  const rows = await db
    .selectFrom('feed')
    .select('address')
    .where('address', 'in', feeds.map(addressOf))
    .execute();
  const known = new Set(rows.map(({ address }) => address));
  return feeds.filter((feed) => !known.has(addressOf(feed)));
}
