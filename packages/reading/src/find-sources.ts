import { type Feed, FeedError, namedFeeds, parseFeed, readListPage } from '@nashra/feeds';
import { decode } from '@nashra/text';

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

/** How a site is asked, at its host's pace. */
export interface Asking {
  /** A document; throws where there is none. */
  read(address: string): Promise<{
    readonly bytes: Buffer;
    /** After redirects. */
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
  }>;
  /** What robots.txt of an address that was asked for names. */
  sitemapsOf(address: string): Promise<readonly string[]>;
  /** Whether an error says what a site does not have; any other ends the search. */
  isAbsence(error: unknown): boolean;
  /** To read the page as a list of headlines, though its site may have a feed. */
  readonly asPage?: boolean | undefined;
}

/** What is said where a search found nothing. */
export const nothingAt = (address: string) =>
  `No feed, no sitemap and no list of headlines at ${address}, and none that it names.`;

const GUESSES = ['/feed', '/rss', '/rss.xml', '/feed.xml', '/atom.xml', '/news-sitemap.xml'];
/** Documents read in one search. */
const MOST_READ = 12;

/**
 * The feeds and sitemaps of a site: what lies at the address itself, else what its page names, what robots.txt names, and, only
 * where there is none of these, what lies where feeds often lie, and at last the headlines of the page itself. Those that are none
 * are left out.
 *
 * @throws what asking for the address itself throws
 */
export async function findSources(address: string, asking: Asking): Promise<FoundSource[]> {
  const given = await asking.read(address);
  if (asking.asPage) return headlinesOf(given);
  const own = feedOf(given);
  if (own) return [{ address, by: 'given', feed: own }];
  const { text } = decode(given.bytes, { kind: 'html' });
  const links = namedFeeds(text, given.url).map((it) => ({ ...it, by: 'link' as const }));
  const sitemaps = (await asking.sitemapsOf(given.url)).map((it) => ({
    address: it,
    by: 'robots' as const,
  }));
  const found = await readAll([...links, ...sitemaps], asking);
  if (found.length > 0) return found;
  const guesses = GUESSES.map((path) => new URL(path, given.url).href);
  const guessed = await readAll(
    guesses.map((it) => ({ address: it, by: 'guess' as const })),
    asking,
  );
  return guessed.length > 0 ? guessed : headlinesOf(given);
}

async function readAll(
  candidates: readonly Pick<FoundSource, 'address' | 'by'>[],
  { read, isAbsence }: Asking,
) {
  const found: FoundSource[] = [];
  const distinct = new Map(candidates.map((it) => [it.address, it]));
  for (const it of [...distinct.values()].slice(0, MOST_READ)) {
    const feed = await read(it.address).then(feedOf, (error: unknown) => {
      if (isAbsence(error)) return null;
      throw error;
    });
    if (feed) found.push({ ...it, feed });
  }
  return found;
}

type Document = Awaited<ReturnType<Asking['read']>>;

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

/** Entries of each that are shown. */
const FIRST = 3;

/** What was found, for programs and pages: its name and its first entries. */
export function foundJson({ address, by, feed }: FoundSource) {
  return {
    address,
    by,
    title: feed.title,
    format: feed.format,
    entries: feed.entries.length,
    sitemaps: feed.sitemaps.length,
    warnings: feed.warnings.map(({ code }) => code),
    first: feed.entries.slice(0, FIRST).map(({ title, address: page, published, updated }) => ({
      title,
      address: page,
      at: (published ?? updated)?.instant ?? null,
    })),
  };
}
