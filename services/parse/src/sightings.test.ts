import { parseFeed } from '@nashra/feeds';
import { expect, it } from 'vitest';
import type { Fetched } from './ports.ts';
import { sightingsOf } from './sightings.ts';

const page = { url: 'https://a.example/feed', publisher: { id: 1 } } as Fetched;

it('leaves out the entry that cannot be read, and reads the others', () => {
  const item = (n: number) =>
    `<item><title>T${n}</title><link>https://a.example/${n}</link></item>`;
  const rss = `<rss><channel>${[1, 2, 3].map(item).join('')}</channel></rss>`;
  const feed = parseFeed(Buffer.from(rss), { url: page.url });
  Object.defineProperty(feed.entries[1], 'authors', {
    get: () => {
      throw new RangeError('a fault nobody thought of');
    },
  });
  const { sightings, leftOut } = sightingsOf(page, feed);
  expect(sightings.map(({ address }) => address)).toEqual([
    'https://a.example/1',
    'https://a.example/3',
  ]);
  expect(leftOut).toBe(1);
});

it('keeps guids of two feeds of one publisher apart, which may both count from 1', () => {
  const rss = `<rss><channel><item><title>T</title><guid isPermaLink="false">1</guid><link>https://a.example/1</link></item></channel></rss>`;
  const feed = parseFeed(Buffer.from(rss), { url: page.url });
  const [one, other, again] = [10, 11, 10].map(
    (addressId) => sightingsOf({ ...page, addressId }, feed).sightings[0]?.guidKey,
  );
  expect(one).toBeInstanceOf(Buffer);
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
});

it('asks for the children of an index that changed last as for news, and for some without a date', () => {
  const dated = Array.from(
    { length: 30 },
    (_, n) =>
      `<sitemap><loc>https://a.example/${n}.xml</loc><lastmod>2025-01-${n + 1}</lastmod></sitemap>`,
  );
  const index = `<sitemapindex>${dated.join('')}<sitemap><loc>https://a.example/news.xml</loc></sitemap></sitemapindex>`;
  const feed = parseFeed(Buffer.from(index), { url: page.url });
  const capturedAt = new Date('2026-03-01T12:00:00Z');
  const { sightings } = sightingsOf({ ...page, capturedAt }, feed);
  const urgent = sightings.flatMap(({ address, lane }) => (lane === 0 ? [address] : []));
  expect(urgent).toHaveLength(21);
  expect(urgent).toContain('https://a.example/29.xml');
  expect(urgent).toContain('https://a.example/news.xml');
});

it('begins a feed that is written oldest first at its end', () => {
  const item = (n: number) =>
    `<item><title>T${n}</title><link>https://a.example/${n}</link><pubDate>${new Date(Date.UTC(2026, 1, n)).toUTCString()}</pubDate></item>`;
  const shown = (days: number[]) => {
    const rss = `<rss><channel>${days.map(item).join('')}</channel></rss>`;
    const { sightings } = sightingsOf(page, parseFeed(Buffer.from(rss), { url: page.url }));
    return sightings.map(({ address }) => Number(address.split('/').at(-1)));
  };
  expect(shown([1, 2, 4, 3, 5])).toEqual([5, 3, 4, 2, 1]);
  expect(shown([5, 3, 4, 2, 1])).toEqual([5, 3, 4, 2, 1]);
});

it('keeps of a summary what people read, without its markup', () => {
  const rss = `<rss><channel><item><title>T</title><link>https://a.example/1</link>
    <description>&lt;p&gt;Une &lt;b&gt;grève&lt;/b&gt; &amp;amp; un match : 1 &amp;lt; 2&lt;/p&gt;&lt;p&gt;Suite…&lt;/p&gt;</description></item></channel></rss>`;
  const feed = parseFeed(Buffer.from(rss), { url: page.url });
  expect(sightingsOf(page, feed).sightings[0]?.entry?.summary).toBe(
    'Une grève & un match : 1 < 2 Suite…',
  );
});

it('hears nothing in dates that are stamped as they are asked for, and hears the one that is not', () => {
  const hashes = (readAt: string, lastmods: string[]) => {
    const places = lastmods.map(
      (it, n) => `<url><loc>https://a.example/${n}</loc><lastmod>${it}</lastmod></url>`,
    );
    const map = parseFeed(Buffer.from(`<urlset>${places.join('')}</urlset>`), { url: page.url });
    const { sightings } = sightingsOf({ ...page, capturedAt: new Date(readAt) }, map);
    return sightings.map(({ entryHash }) => entryHash?.toString('hex'));
  };
  const stamped = (at: string) => hashes(at, [at, at, at]);
  expect(stamped('2026-03-01T12:00:00Z')).toEqual(stamped('2026-03-01T13:00:00Z'));
  const [old, older] = ['2026-02-01T12:00:00Z', '2026-01-01T12:00:00Z'];
  const before = hashes('2026-03-01T12:00:00Z', [old, older, older]);
  const after = hashes('2026-03-01T13:00:00Z', ['2026-03-01T12:59:00Z', older, older]);
  expect(after.map((it, n) => it === before[n]).toSorted()).toEqual([false, true, true]);
});
