import { openDb } from '@nashra/db';
import type { Newsroom } from '@nashra/newsroom';
import {
  type CatalogChange,
  catalogSchema,
  keepNewsroomAwake,
  loadCatalog,
  readCatalog,
  restLoopback,
} from '@nashra/sources';
import { setting } from '../system/setting.ts';

/** The part of a newsroom that matters to the database. */
type Publishers = Pick<Newsroom, 'publishers' | 'addresses'>;

/** Brings in the newsroom's publishers or the catalog; the newsroom's rest while it is not there. */
export async function loadSources(
  databaseUrl: string,
  newsroom: Publishers | undefined,
): Promise<CatalogChange> {
  await using db = openDb(databaseUrl, { poolSize: 1, name: 'nashra-up', as: 'nashra_app' });
  const catalog = newsroom ? catalogSchema.parse(newsroom.publishers) : await readCatalog();
  const change = await loadCatalog(db, catalog);
  if (newsroom) {
    const slugs = newsroom.publishers.map(({ slug }) => slug);
    await keepNewsroomAwake(db, { slugs, hosts: newsroom.addresses });
  } else if (!setting('FETCH_ALLOW_PRIVATE')) await restLoopback(db);
  return change;
}
