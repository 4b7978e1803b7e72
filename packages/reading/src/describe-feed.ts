import type { Feed } from '@nashra/feeds';
import { type CatalogPublisher, slugOf } from '@nashra/sources';
import { cutText } from '@nashra/text';

/** What somebody said of a source to add; the feed itself says the rest. */
export interface SaidOfFeed {
  readonly publisher?: string;
  readonly name?: string;
  readonly language?: string;
  readonly country?: string;
  readonly timeZone: string;
  readonly interval?: number;
  /** To read the page's headlines, though its site may have a feed. */
  readonly page?: true;
  /** False to believe without asking the feed. */
  readonly check: boolean;
}

/** A feed as a publisher of the catalog, from what was said and, where it was read, what the feed says. */
export function describeFeed(
  { address, feed }: { readonly address: string; readonly feed?: Feed },
  said: SaidOfFeed,
): CatalogPublisher {
  const link = feed?.link && /^https?:/.test(feed.link) ? feed.link : address;
  const homepage = new URL('/', link).href;
  const isPage = said.page ?? feed?.format === 'page';
  const language = said.language ?? canonicalLanguage(feed?.language ?? null);
  return {
    slug: said.publisher ?? slugOf(homepage),
    name: said.name ?? (cutText(feed?.title ?? '', 200) || new URL(homepage).hostname),
    homepage,
    ...(language && { language }),
    ...(said.country && { country: said.country }),
    timeZone: said.timeZone,
    feeds: [
      {
        address,
        ...(isPage && { isPage }),
        ...(said.interval && { intervalSeconds: said.interval }),
      },
    ],
  };
}

function canonicalLanguage(tag: string | null): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}
