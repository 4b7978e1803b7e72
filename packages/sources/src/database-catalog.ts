import type { Catalog, CatalogPublisher } from './catalog.ts';
import type { Source } from './list-sources.ts';

/** What the database holds, as a catalog: loaded elsewhere it gives the same publishers and feeds. */
export function databaseCatalog(feeds: readonly Source[]): Catalog {
  const publishers = new Map<string, CatalogPublisher>();
  for (const feed of feeds) {
    const { publisher: slug, name, nameNative, homepage, language, country, timeZone } = feed;
    const known = publishers.get(slug) ?? {
      slug,
      name,
      ...(nameNative && { nameNative }),
      ...(homepage && { homepage }),
      ...(language && { language }),
      ...(country && { country }),
      timeZone,
      feeds: [],
    };
    publishers.set(slug, known);
    const { address, title, isPage, intervalSeconds } = feed;
    known.feeds.push({
      address,
      ...(title && { title }),
      ...(isPage && { isPage }),
      intervalSeconds,
    });
  }
  return [...publishers.values()];
}
