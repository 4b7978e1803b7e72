import { type Outline, writeOpml } from '@nashra/feeds';
import type { Catalog, CatalogFeed, CatalogPublisher } from '@nashra/sources';

/** A catalog as OPML 2.0, with a folder for each publisher of more than one feed. Pages of headlines no other reader could read: they are left out. */
export function catalogToOpml(catalog: Catalog): string {
  const withFeeds = catalog.flatMap((publisher) => {
    const feeds = publisher.feeds.filter(({ isPage }) => !isPage);
    return feeds.length > 0 ? [{ ...publisher, feeds }] : [];
  });
  return writeOpml(withFeeds.map(publisherOutline), 'Nashra');
}

function publisherOutline(publisher: CatalogPublisher): Outline {
  const { name, feeds, homepage = null, language = null } = publisher;
  const leaf = (feed: CatalogFeed): Outline => ({
    title: feed.title ?? name,
    feedUrl: feed.address,
    siteUrl: homepage,
    description: null,
    language,
    categories: [],
    children: [],
  });
  const [only, ...more] = feeds.map(leaf);
  if (only && more.length === 0) return { ...only, title: name };
  return {
    title: name,
    feedUrl: null,
    siteUrl: homepage,
    description: null,
    language,
    categories: [],
    children: feeds.map(leaf),
  };
}
