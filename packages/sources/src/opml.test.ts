import { describe, expect, it } from 'vitest';
import type { Catalog } from './catalog.ts';
import { catalogFromOpml, catalogToOpml } from './opml.ts';

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
    expect(catalogFromOpml(opml, 'Africa/Tunis')).toEqual(catalog);
  });

  it('of other programs is read too: folders of topics, feeds without a site, the same feed twice', () => {
    const opml = `<opml version="1.0"><body><outline text="News">
      <outline text="A" xmlUrl="https://a.example/rss"/>
      <outline text="B" xmlUrl="https://b.example/rss" htmlUrl="https://b.example/"/>
      <outline text="B again" xmlUrl="https://b.example/rss" htmlUrl="https://b.example/"/>
      </outline><outline text="Notes" type="text"/></body></opml>`;
    const read = catalogFromOpml(Buffer.from(opml), 'Etc/UTC');
    expect(read.map(({ slug, name, feeds }) => [slug, name, feeds.length])).toEqual([
      ['a-example', 'A', 1],
      ['b-example', 'B', 1],
    ]);
  });
});
