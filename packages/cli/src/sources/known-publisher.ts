import type { Db } from '@nashra/db';
import type { CatalogPublisher } from '@nashra/sources';

/** The facts that are known of a publisher already, which a newly added feed must not change. */
export async function knownPublisher(
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
