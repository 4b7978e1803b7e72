import { addressKey, canonicalAddress } from '@nashra/address';
import { type LeftOut, type Outline, readSubscriptions } from '@nashra/feeds';
import {
  type Catalog,
  type CatalogFeed,
  type CatalogPublisher,
  catalogPublisherSchema,
  catalogSchema,
  slugOf,
} from '@nashra/sources';

/** What of a list of subscriptions came in, and what did not. */
export interface OpmlCatalog {
  catalog: Catalog;
  leftOut: LeftOut[];
}

/**
 * The feeds of an OPML file as a catalog: feeds of one site are one publisher. OPML knows no time zones; `timeZone`
 * is what undeclared local times will be read in until somebody says better. A bad outline stops no other.
 *
 * @throws FeedError where the bytes are no OPML, ZodError where `timeZone` is none
 */
export function catalogFromOpml(bytes: Uint8Array, timeZone: string): OpmlCatalog {
  const { outlines, leftOut } = readSubscriptions(bytes);
  const publishers = new Map<string, CatalogPublisher>();
  const seen = new Set<string>();
  for (const { outline, folder } of feedsIn(outlines)) {
    const key = addressKey(canonicalAddress(outline.feedUrl) as string).toString('hex');
    if (seen.has(key)) continue;
    seen.add(key);
    const feed: CatalogFeed = { address: outline.feedUrl };
    const home = outline.siteUrl ?? new URL('/', outline.feedUrl).href;
    const slug = slugOf(home);
    const known = publishers.get(slug);
    if (known) {
      known.feeds.push({ ...feed, ...(outline.title && { title: outline.title }) });
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
  const sound = [...publishers.values()].filter((publisher) => {
    const faults = faultsOf(publisher);
    for (const { address } of faults ? publisher.feeds : [])
      leftOut.push({ what: address, why: faults });
    return faults === '';
  });
  return { catalog: catalogSchema.parse(sound), leftOut };
}

/** What keeps a publisher out of a catalog, as words; the time zone is not the file's. */
function faultsOf(publisher: CatalogPublisher): string {
  const { error } = catalogPublisherSchema.safeParse(publisher);
  const issues = error?.issues.filter(({ path }) => path[0] !== 'timeZone') ?? [];
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}

type FeedOutline = Outline & { feedUrl: string };

/** Feeds with the folder that holds feeds of one site alone, which then names their publisher. */
function* feedsIn(
  outlines: readonly Outline[],
  folder?: string,
): Generator<{ outline: FeedOutline; folder?: string }> {
  for (const outline of outlines) {
    if (outline.feedUrl) yield { outline: outline as FeedOutline, ...(folder && { folder }) };
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
