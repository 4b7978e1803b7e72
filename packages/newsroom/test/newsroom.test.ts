import { type Catalog, catalogSchema } from '@nashra/sources';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Newsroom, startNewsroom } from '../src/index.ts';

// One for each test: they publish stories and count polls.
let newsroom: Newsroom;
beforeEach(async () => {
  newsroom = await startNewsroom({ seed: 3, everyMs: 0, newest: 200, slowMs: 300 });
});
afterEach(() => newsroom.stop());

const publisher = (slug: string) => {
  const found = newsroom.publishers.find((one) => one.slug === slug);
  if (!found) throw new Error(slug);
  return found;
};
const feedOf = (slug: string) => publisher(slug).feeds[0]?.address ?? '';
const textOf = async (url: string, encoding = 'utf-8') =>
  new TextDecoder(encoding).decode(await (await fetch(url)).arrayBuffer());
const linksIn = (feed: string) =>
  [...feed.matchAll(/<link>([^<]+)<\/link>|rel="alternate" type="text\/html" href="([^"]+)"/g)]
    .map(([, rss, atom]) => (rss ?? atom ?? '').replaceAll('&amp;', '&'))
    .slice(1);
/** The first page of a feed that does not end in one of the bad ways. */
async function goodPage(feed: string): Promise<string> {
  for (const link of linksIn(feed)) {
    const response = await fetch(link, { redirect: 'manual' });
    if (response.status === 200 && (await response.text()) !== '') return link;
  }
  throw new Error('no good page');
}

describe('feeds', () => {
  it('come in four formats, each named by its type', async () => {
    const types = await Promise.all(
      ['addifaf', 'almadar', 'alwaha', 'atlas-ledger'].map(
        async (slug) => (await fetch(feedOf(slug))).headers.get('content-type')?.split(';')[0],
      ),
    );
    expect(types).toEqual([
      'application/rss+xml',
      'application/atom+xml',
      'application/rdf+xml',
      'application/feed+json',
    ]);
  });

  it('answer 304 to a validator until something is published', async () => {
    const url = feedOf('addifaf');
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    const again = () => fetch(url, { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    for (let more = 0; more < 20; more += 1) newsroom.publishNow();
    expect((await again()).status).toBe(200);
  });

  it('are written in windows-1256 by one of them', async () => {
    const feed = await textOf(feedOf('sada-assahel'), 'windows-1256');
    expect(feed).toContain('encoding="windows-1256"');
    expect(feed).toContain('صدى الساحل');
    const link = await goodPage(feed);
    expect((await fetch(link)).headers.get('content-type')).toBe('text/html');
    expect(await textOf(link, 'windows-1256')).toContain('جميع الحقوق محفوظة');
  });

  it('turn into a page after some polls in one place', async () => {
    const url = publisher('harbour-courier').feeds[1]?.address ?? '';
    const types: string[] = [];
    for (let poll = 0; poll < 5; poll += 1) {
      types.push((await fetch(url)).headers.get('content-type') ?? '');
    }
    expect(types[0]).toContain('rss');
    expect(types[4]).toContain('text/html');
  });
});

describe('pages', () => {
  it('hold the whole story between their menus', async () => {
    const link = await goodPage(await textOf(feedOf('phare-oriental')));
    const page = await textOf(link);
    expect(page).toContain('application/ld+json');
    expect(page.match(/<p>/g)?.length).toBeGreaterThan(5);
    expect(page).toContain('Tous droits réservés');
  });

  it('end in every way that pages end', async () => {
    const slugs = newsroom.publishers.map((one) => one.slug);
    const feeds = await Promise.all(slugs.map((slug) => textOf(feedOf(slug))));
    const links = feeds.flatMap(linksIn);
    const endings = await Promise.all(
      links.map(async (link) => {
        const response = await fetch(link, { redirect: 'manual' });
        const { length } = await response.text();
        if (link.includes('/private/')) return 'private';
        return response.status === 200 && length === 0 ? 'empty' : response.status;
      }),
    );
    expect(new Set(endings)).toEqual(new Set([200, 302, 404, 410, 429, 'empty', 'private']));
  });

  it('redirect for ever without coming by the same place twice', async () => {
    const origin = new URL(feedOf('addifaf')).origin;
    const seen = new Set<string>();
    let at = `${origin}/elsewhere?from=1&turn=1`;
    for (let hop = 0; hop < 30; hop += 1) {
      seen.add(at);
      const { headers } = await fetch(at, { redirect: 'manual' });
      at = new URL(headers.get('location') ?? '', at).href;
    }
    expect(seen.size).toBe(30);
  });

  it('come with pictures', async () => {
    const origin = new URL(feedOf('addifaf')).origin;
    const png = Buffer.from(await (await fetch(`${origin}/media/7.png`)).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect((await fetch(`${origin}/logo.svg`)).headers.get('content-type')).toBe('image/svg+xml');
  });
});

describe('publishers', () => {
  it('are described as the catalog describes them', () => {
    const catalog: Catalog = [...newsroom.publishers];
    expect(catalogSchema.parse(catalog)).toEqual(catalog);
  });
});

describe('hosts', () => {
  it('are one a publisher, so that politeness towards each is separate', () => {
    expect(new Set(newsroom.addresses).size).toBe(newsroom.publishers.length);
  });

  it('forbid a folder in robots.txt', async () => {
    const robots = await textOf(new URL('/robots.txt', feedOf('addifaf')).href);
    expect(robots).toContain('Disallow: /private/');
  });

  it('are slow in one place', async () => {
    const start = performance.now();
    await fetch(feedOf('alqawafil'));
    expect(performance.now() - start).toBeGreaterThan(290);
  });
});

describe('time', () => {
  it('publishes by itself, and goes on where it would be when started again', async () => {
    // Any ports will do: addresses are compared by their paths.
    const options = { everyMs: 200 };
    const feedIn = ({ publishers }: Newsroom) =>
      publishers.find((one) => one.slug === 'almadar')?.feeds[0]?.address ?? '';
    const pathsIn = (feed: string) => linksIn(feed).map((link) => new URL(link).pathname);
    const first = await startNewsroom(options);
    const before = await textOf(feedIn(first));
    const changed = async () => (await textOf(feedIn(first))) !== before;
    await expect.poll(changed, { timeout: 30_000 }).toBe(true);
    const known = new Set(pathsIn(await textOf(feedIn(first))));
    await first.stop();

    const second = await startNewsroom(options);
    const again = pathsIn(await textOf(feedIn(second)));
    expect(again.some((path) => known.has(path))).toBe(true);
    await second.stop();
  });
});
