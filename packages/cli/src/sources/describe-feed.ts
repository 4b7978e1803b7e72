import { parseFeed } from '@nashra/feeds';
import { type CatalogPublisher, slugOf } from '@nashra/sources';
import { cutText } from '@nashra/text';
import { readDocument } from '../system/read-document.ts';

/** What somebody said of a source to add; the feed itself says the rest. */
export interface SaidOfFeed {
  readonly publisher?: string;
  readonly name?: string;
  readonly language?: string;
  readonly country?: string;
  readonly timeZone: string;
  readonly interval?: number;
  /** False to believe without asking the feed. */
  readonly check: boolean;
}

/** A feed as a publisher of the catalog, from what was said and what the feed says. Throws when it is none. */
export async function describeFeed(address: string, said: SaidOfFeed): Promise<CatalogPublisher> {
  const found = said.check ? await askFeed(address) : undefined;
  const homepage = found?.homepage ?? new URL('/', address).href;
  const language = said.language ?? found?.language;
  return {
    slug: said.publisher ?? slugOf(homepage),
    name: said.name ?? (found?.title || new URL(homepage).hostname),
    homepage,
    ...(language && { language }),
    ...(said.country && { country: said.country }),
    timeZone: said.timeZone,
    feeds: [{ address, ...(said.interval && { intervalSeconds: said.interval }) }],
  };
}

async function askFeed(address: string) {
  const { bytes, url, headers } = await readDocument(address);
  const contentType = headers['content-type'];
  const feed = parseFeed(bytes, { url, ...(contentType === undefined ? {} : { contentType }) });
  return {
    title: cutText(feed.title, 200),
    language: canonicalLanguage(feed.language),
    homepage: feed.link && /^https?:/.test(feed.link) ? new URL('/', feed.link).href : undefined,
  };
}

function canonicalLanguage(tag: string | null): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}
