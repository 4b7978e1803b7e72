import { openDb } from '@nashra/db';
import type { Newsroom } from '@nashra/newsroom';
import { type CatalogChange, catalogSchema, loadCatalog, readCatalog } from '@nashra/sources';
import { sql } from 'kysely';
import { NEWSROOM_PORT } from './ports.ts';

/** By the ports that the newsroom has as a rule. */
const NEWSROOM_HOMEPAGES = `http://127.0.0.1:${String(NEWSROOM_PORT).slice(0, 2)}__/`;

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
    .where('homepage', 'like', NEWSROOM_HOMEPAGES)
    .execute();
  return change;
}
