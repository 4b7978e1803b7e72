import { type Feed, FeedError, namedFeeds, parseFeed } from '@nashra/feeds';
import { type AccessOf, FetchError } from '@nashra/http';
import { decode } from '@nashra/text';
import { CliError } from '../cli-error.ts';
import { openPoliteFetcher } from '../system/polite-fetcher.ts';
import { type Document, readDocument } from '../system/read-document.ts';

/** A feed or sitemap that was found, and read. */
export interface FoundSource {
  readonly address: string;
  /** How it was found: the address that was given, a link of the page, robots.txt, or a path that many sites use. */
  readonly by: 'given' | 'link' | 'robots' | 'guess';
  readonly feed: Feed;
}

const GUESSES = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/news-sitemap.xml'];
/** Documents read in one search. */
const MOST_READ = 12;

/**
 * The feeds and sitemaps of a site: what lies at the address itself, else what its page names, what robots.txt names, and, only
 * where there is none of these, what lies where feeds often lie. Those that are none are left out.
 */
export async function findSources(address: string, accessOf?: AccessOf): Promise<FoundSource[]> {
  await using fetcher = openPoliteFetcher();
  const read: Read = (it) => readDocument(it, undefined, { fetcher, accessOf });
  const given = await read(address);
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
  return await readAll(
    guesses.map((it) => ({ address: it, by: 'guess' as const })),
    read,
  );
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

function feedOf({ bytes, url, headers }: Document): Feed | null {
  const contentType = headers['content-type'];
  try {
    return parseFeed(bytes, { url, ...(contentType === undefined ? {} : { contentType }) });
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
