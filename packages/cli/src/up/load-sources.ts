import { openDb } from '@nashra/db';
import type { Newsroom } from '@nashra/newsroom';
import { type CatalogChange, catalogSchema, loadCatalog, readCatalog } from '@nashra/sources';
import { sql } from 'kysely';

/** Brings in the newsroom's publishers or the catalog; the newsroom's rest while it is not there. */
export async function loadSources(
  databaseUrl: string,
  newsroom: Newsroom | undefined,
): Promise<CatalogChange> {
  await using db = openDb(databaseUrl, { poolSize: 1, name: 'nashra-up' });
  const catalog = newsroom ? catalogSchema.parse(newsroom.publishers) : await readCatalog();
  const change = await loadCatalog(db, catalog);
  await db
    .updateTable('publisher')
    .set({ state: newsroom ? 'active' : 'paused', updated_at: sql<Date>`now()` })
    .where('homepage', 'like', 'http://127.0.0.1:%')
    .execute();
  return change;
}
