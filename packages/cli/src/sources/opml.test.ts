import type { Catalog } from '@nashra/sources';
import { describe, expect, it } from 'vitest';
import { catalogFromOpml } from './catalog-from-opml.ts';
import { catalogToOpml } from './catalog-to-opml.ts';

const catalog: Catalog = [
  {
    slug: 'example-tn',
    name: 'المثال',
    homepage: 'https://example.tn/',
    language: 'ar',
    timeZone: 'Africa/Tunis',
    feeds: [{ address: 'https://example.tn/feed?a=1&b=2' }],
  },
  {
    slug: 'journal-ma',
    name: 'Le Journal',
    homepage: 'https://www.journal.ma/',
    language: 'fr',
    timeZone: 'Africa/Tunis',
    feeds: [
      { address: 'https://www.journal.ma/sport.xml', title: 'Sport' },
      { address: 'https://www.journal.ma/monde.xml', title: 'Monde' },
    ],
  },
];

describe('OPML', () => {
  it('comes back as it went out', () => {
    const opml = Buffer.from(catalogToOpml(catalog));
    expect(catalogFromOpml(opml, 'Africa/Tunis')).toEqual({ catalog, leftOut: [] });
  });

  it('of other programs is read too: folders of topics, feeds without a site, the same feed twice', () => {
    const opml = `<opml version="1.0"><body><outline text="News">
      <outline text="A" xmlUrl="https://a.example/rss"/>
      <outline text="B" xmlUrl="https://b.example/rss" htmlUrl="https://b.example/"/>
      <outline text="B again" xmlUrl="https://b.example/rss" htmlUrl="https://b.example/"/>
      </outline><outline text="Notes" type="text"/></body></opml>`;
    const { catalog: read } = catalogFromOpml(Buffer.from(opml), 'Etc/UTC');
    expect(read.map(({ slug, name, feeds }) => [slug, name, feeds.length])).toEqual([
      ['a-example', 'A', 1],
      ['b-example', 'B', 1],
    ]);
  });

  it('with a bad outline costs that outline alone, and tells it', () => {
    const opml = `<opml version="2.0"><body>
      <outline text="Bad" xmlUrl="https://bad.example:port/rss" htmlUrl="https://bad.example/"/>
      <outline text="Good" xmlUrl="HTTPS://good.example/rss" htmlUrl="http://good.example:port/" language="??"/>
      <outline text="Good too" xmlUrl="http://good.example/rss" htmlUrl="https://elsewhere.example/"/>
      <outline text="Bare" xmlUrl="feed://bare.example/rss"/></body></opml>`;
    const { catalog: read, leftOut } = catalogFromOpml(Buffer.from(opml), 'Etc/UTC');
    expect(read.map(({ slug, feeds }) => [slug, feeds[0]?.address])).toEqual([
      ['good-example', 'HTTPS://good.example/rss'],
      ['bare-example', 'http://bare.example/rss'],
    ]);
    expect(leftOut).toEqual([
      { what: 'Bad https://bad.example:port/rss', why: 'no address of a host on the web' },
    ]);
  });

  it('is not imported in a time zone that is none', () => {
    const opml = '<opml><body><outline xmlUrl="https://a.example/rss"/></body></opml>';
    expect(() => catalogFromOpml(Buffer.from(opml), 'Maghreb')).toThrow('no IANA time zone');
  });
});
