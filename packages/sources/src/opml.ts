import { type Outline, readOpml, writeOpml } from '@nashra/feeds';
import { type Catalog, type CatalogFeed, type CatalogPublisher, catalogSchema } from './catalog.ts';
import { slugOf } from './slug.ts';

/** A catalog as OPML 2.0, with a folder for each publisher of more than one feed. */
export function catalogToOpml(catalog: Catalog): string {
  return writeOpml(catalog.map(publisherOutline), 'Nashra');
}

/**
 * The feeds of an OPML file as a catalog: feeds of one site are one publisher. OPML knows no time zones; `timeZone`
 * is what undeclared local times will be read in until somebody says better.
 *
 * @throws FeedError where the bytes are no OPML
 */
export function catalogFromOpml(bytes: Uint8Array, timeZone: string): Catalog {
  const publishers = new Map<string, CatalogPublisher>();
  for (const { outline, folder } of feedsIn(readOpml(bytes))) {
    const feed: CatalogFeed = { address: outline.feedUrl };
    const home = outline.siteUrl ?? new URL('/', outline.feedUrl).href;
    const slug = slugOf(home);
    const known = publishers.get(slug);
    if (known) {
      const isTwice = known.feeds.some(({ address }) => address === feed.address);
      if (!isTwice) known.feeds.push({ ...feed, ...(outline.title && { title: outline.title }) });
      continue;
    }
    const language = canonicalLanguage(outline.language);
    publishers.set(slug, {
      slug,
      name: (folder ?? outline.title) || new URL(home).hostname,
      homepage: home,
      ...(language && { language }),
      timeZone,
      feeds: [folder && outline.title ? { ...feed, title: outline.title } : feed],
    });
  }
  return catalogSchema.parse([...publishers.values()]);
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

type FeedOutline = Outline & { feedUrl: string };

/** Feeds with the folder that holds feeds of one site alone, which then names their publisher. */
function* feedsIn(
  outlines: readonly Outline[],
  folder?: string,
): Generator<{ outline: FeedOutline; folder?: string }> {
  for (const outline of outlines) {
    if (outline.feedUrl && /^https?:/.test(outline.feedUrl)) {
      yield { outline: outline as FeedOutline, ...(folder && { folder }) };
    }
    const sites = new Set(outline.children.map(({ feedUrl }) => feedUrl && new URL(feedUrl).host));
    const isPublisher = outline.siteUrl !== null && sites.size === 1;
    yield* feedsIn(outline.children, isPublisher ? outline.title : undefined);
  }
}

function canonicalLanguage(tag: string | null): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}
