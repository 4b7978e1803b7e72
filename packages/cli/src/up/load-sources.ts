import { type Db, openDb } from '@nashra/db';
import type { Newsroom } from '@nashra/newsroom';
import { type CatalogChange, catalogSchema, loadCatalog, readCatalog } from '@nashra/sources';
import { sql } from 'kysely';

/** The part of a newsroom that matters to the database. */
type Publishers = Pick<Newsroom, 'publishers' | 'addresses'>;

/** Brings in the newsroom's publishers or the catalog; the newsroom's rest while it is not there. */
export async function loadSources(
  databaseUrl: string,
  newsroom: Publishers | undefined,
): Promise<CatalogChange> {
  await using db = openDb(databaseUrl, { poolSize: 1, name: 'nashra-up' });
  const catalog = newsroom ? catalogSchema.parse(newsroom.publishers) : await readCatalog();
  const change = await loadCatalog(db, catalog);
  if (newsroom) await wakeNewsroom(db, newsroom);
  else if (!process.env['FETCH_ALLOW_PRIVATE']) await restLoopback(db);
  return change;
}

/** Its ports may be others this time: feeds of earlier ports rest. */
async function wakeNewsroom(db: Db, { publishers, addresses }: Publishers): Promise<void> {
  const slugs = publishers.map(({ slug }) => slug);
  await db
    .updateTable('publisher')
    .set({ state: 'active' })
    .where('slug', 'in', slugs)
    .where('state', '=', 'paused')
    .execute();
  await db
    .updateTable('feed')
    .from('address')
    .from('publisher')
    .set({
      state: sql<'active' | 'paused'>`case when address.host = any(${[...addresses]}::text[])
        then 'active' else 'paused' end`,
    })
    .whereRef('address.id', '=', 'feed.address_id')
    .whereRef('publisher.id', '=', 'feed.publisher_id')
    .where('publisher.slug', 'in', slugs)
    .execute();
}

/** Where nothing private may be fetched, an earlier demo's publishers would only fail. */
async function restLoopback(db: Db): Promise<void> {
  await db
    .updateTable('publisher')
    .set({ state: 'paused' })
    .where('homepage', 'like', 'http://127.0.0.1:%')
    .where('state', '=', 'active')
    .execute();
}
