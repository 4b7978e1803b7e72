import { type Feed, FeedError, namedFeeds, parseFeed, readListPage } from '@nashra/feeds';
import { type AccessOf, FetchError } from '@nashra/http';
import { decode } from '@nashra/text';
import { CliError } from '../cli-error.ts';
import { openPoliteFetcher } from '../system/polite-fetcher.ts';
import { type Document, readDocument } from '../system/read-document.ts';

/** A feed or sitemap that was found, and read. */
export interface FoundSource {
  readonly address: string;
  /**
   * How it was found: the address that was given, a link of the page, robots.txt, a path that many sites use, or that page's own
   * headlines.
   */
  readonly by: 'given' | 'link' | 'robots' | 'guess' | 'page';
  readonly feed: Feed;
}

const GUESSES = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/news-sitemap.xml'];
/** Documents read in one search. */
const MOST_READ = 12;

/**
 * The feeds and sitemaps of a site: what lies at the address itself, else what its page names, what robots.txt names, and, only
 * where there is none of these, what lies where feeds often lie, and at last the headlines of the page itself. Those that are none
 * are left out. With `asPage` the page's headlines alone.
 */
export async function findSources(
  address: string,
  { accessOf, asPage = false }: FindOptions = {},
): Promise<FoundSource[]> {
  await using fetcher = openPoliteFetcher();
  const read: Read = (it) => readDocument(it, undefined, { fetcher, accessOf });
  const given = await read(address);
  if (asPage) return headlinesOf(given);
  const own = feedOf(given);
  if (own) return [{ address, by: 'given', feed: own }];
  const { text } = decode(given.bytes, { kind: 'html' });
  const links = namedFeeds(text, given.url).map((it) => ({ ...it, by: 'link' as const }));
  const sitemaps = (await fetcher.sitemapsOf(given.url)).map((it) => ({
    address: it,
    by: 'robots' as const,
  }));
  const found = await readAll([...links, ...sitemaps], read);
  if (found.length > 0) return found;
  const guesses = GUESSES.map((path) => new URL(path, given.url).href);
  const guessed = await readAll(
    guesses.map((it) => ({ address: it, by: 'guess' as const })),
    read,
  );
  return guessed.length > 0 ? guessed : headlinesOf(given);
}

export interface FindOptions {
  /** What a server is asked with beside the usual. */
  readonly accessOf?: AccessOf | undefined;
  /** To read the page as a list of headlines, though its site may have a feed. */
  readonly asPage?: boolean | undefined;
}

type Read = (address: string) => Promise<Document>;

async function readAll(candidates: readonly Pick<FoundSource, 'address' | 'by'>[], read: Read) {
  const found: FoundSource[] = [];
  const distinct = new Map(candidates.map((it) => [it.address, it]));
  for (const it of [...distinct.values()].slice(0, MOST_READ)) {
    const feed = await read(it.address).then(feedOf, (error: unknown) => unlessOurs(error, null));
    if (feed) found.push({ ...it, feed });
  }
  return found;
}

const feedOf = (document: Document) => readAs(parseFeed, document);

function headlinesOf(document: Document): FoundSource[] {
  const feed = readAs(readListPage, document);
  return feed === null ? [] : [{ address: document.url, by: 'page', feed }];
}

function readAs(reader: typeof parseFeed, { bytes, url, headers }: Document): Feed | null {
  const contentType = headers['content-type'];
  try {
    return reader(bytes, { url, ...(contentType === undefined ? {} : { contentType }) });
  } catch (error) {
    if (error instanceof FeedError) return null;
    throw error;
  }
}

/** What a site does not have is no mistake of ours. */
function unlessOurs<Value>(error: unknown, value: Value): Value {
  if (error instanceof FetchError || error instanceof CliError) return value;
  throw error;
}
