import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../index.ts';

const news = readFileSync(new URL('./fixtures/news.xml', import.meta.url));
const index = readFileSync(new URL('./fixtures/index.xml', import.meta.url));
const url = 'https://jarida.example/sitemap.xml';

describe('sitemaps', () => {
  it('reads news, images and videos of an address', () => {
    const feed = parseFeed(news, { url });
    expect(feed).toMatchObject({ format: 'sitemap', version: '0.9', warnings: [] });
    expect(feed.entries[0]).toMatchObject({
      address: 'https://jarida.example/a/1?x=1&y=2',
      title: 'سوق السمك يفتح أبوابه',
      language: 'ar',
      published: { instant: '2024-05-01T06:30:00Z' },
      updated: { precision: 'day' },
      news: { publication: 'الجريدة', keywords: ['سمك', 'سوق'] },
      images: [
        { url: 'https://jarida.example/i/1.jpg', caption: 'السوق' },
        { url: 'https://jarida.example/v/1.jpg' },
      ],
      enclosures: [{ url: 'https://jarida.example/v/1.mp4' }],
    });
    expect(feed.entries[1]?.address).toBe('https://jarida.example/a/2');
  });

  it('reads them packed', () => {
    expect(parseFeed(gzipSync(news), { url }).entries).toHaveLength(2);
  });

  it('gives the sitemaps of an index', () => {
    const feed = parseFeed(index, { url });
    expect(feed).toMatchObject({
      format: 'sitemapindex',
      entries: [],
      sitemaps: [
        {
          address: 'https://jarida.example/sitemap-1.xml.gz',
          updated: { instant: '2024-05-02T01:00:00Z' },
        },
        { address: 'https://jarida.example/sitemap-2.xml.gz', updated: null },
      ],
    });
  });
});

describe('members under the other root', () => {
  const page = '<url><loc>https://jarida.example/a/1</loc></url>';
  const part = '<sitemap><loc>https://jarida.example/1.xml</loc></sitemap>';
  const addresses = (xml: string) => {
    const { entries, sitemaps } = parseFeed(Buffer.from(xml), { url });
    return [entries, sitemaps].map((all) => all.map(({ address }) => address));
  };

  it('of a list are sitemaps where they are called so', () => {
    expect(addresses(`<urlset>${page}${part}</urlset>`)).toEqual([
      ['https://jarida.example/a/1'],
      ['https://jarida.example/1.xml'],
    ]);
  });

  it('of an index are sitemaps whatever they are called', () => {
    const misnamed = part.replaceAll('sitemap>', 'url>');
    expect(addresses(`<sitemapindex>${misnamed}</sitemapindex>`)).toEqual([
      [],
      ['https://jarida.example/1.xml'],
    ]);
  });
});

it('reads what was packed twice, and no more than that', () => {
  const twice = gzipSync(gzipSync(news));
  expect(parseFeed(twice, { url }).entries).toHaveLength(2);
  expect(() => parseFeed(gzipSync(twice), { url })).toThrow();
});
