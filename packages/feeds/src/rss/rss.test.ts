import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../index.ts';

const bytes = readFileSync(new URL('./fixtures/newspaper.xml', import.meta.url));
const parse = (xml: string) =>
  parseFeed(Buffer.from(xml), { url: 'https://almina.example/rss/feed' });
const item = (inside: string) =>
  parse(`<rss version="2.0"><channel><item>${inside}</item></channel></rss>`).entries[0];

describe('RSS 2.0', () => {
  const feed = parseFeed(bytes, {
    url: 'https://almina.example/rss/feed',
    timeZone: 'Africa/Casablanca',
  });
  const [first, second] = feed.entries;

  it('reads a sound feed without a warning', () => {
    expect(feed).toMatchObject({ format: 'rss', version: '2.0', encoding: 'utf-8', warnings: [] });
  });

  it('reads what the channel says of itself', () => {
    expect(feed).toMatchObject({
      title: 'جريدة الميناء',
      subtitle: 'أخبار الميناء & المدينة',
      link: 'https://almina.example/',
      selfLink: 'https://almina.example/feed',
      hubs: ['https://hub.example/'],
      language: 'ar-MA',
      generator: { name: 'Presse 3.1' },
      authors: [{ name: 'هيئة التحرير', email: 'tahrir@almina.example' }],
      image: { url: 'https://almina.example/logo.png', width: 144, height: 48 },
    });
    expect(feed.updated?.instant).toBe('2024-03-05T17:30:00Z');
  });

  it('says when to come again', () => {
    expect(feed).toMatchObject({
      ttlMinutes: 15,
      skipHours: [1, 0],
      skipDays: ['Sunday'],
      syndicationMinutes: 30,
    });
  });

  it('gives titles as plain text, whatever was escaped', () => {
    expect(first?.title).toBe('افتتاح الرصيف الجديد & عودة الصيادين');
    expect(second?.title).toBe('Météo : 5 < 6 & vent d’ouest');
  });

  it('makes addresses inside HTML absolute, in every attribute', () => {
    expect(first?.summaryHtml).toContain('href="https://almina.example/quai"');
    expect(first?.contentHtml).toContain('src="https://almina.example/rss/img/quai.jpg"');
    expect(first?.contentHtml).toContain(
      'srcset="https://almina.example/img/quai-2x.jpg 2x, https://almina.example/img/quai.jpg 1x"',
    );
  });

  it('reads authors, dates, categories, comments and source of an item', () => {
    expect(first).toMatchObject({
      id: 'almina-101',
      address: 'https://almina.example/news/101?utm_source=rss',
      authors: [{ name: 'سلمى بناني' }],
      comments: 'https://almina.example/news/101#comments',
      source: { title: 'وكالة السلك', link: 'https://wire.example/rss' },
      published: {
        instant: '2024-03-05T16:45:00Z',
        precision: 'second',
        zone: 'explicit',
        text: 'Tue, 05 Mar 2024 17:45:00 +0100',
      },
      place: { type: 'Point', coordinates: [[-7.6, 33.6]] },
    });
    expect(first?.categories).toEqual([
      { term: 'اقتصاد', scheme: 'https://almina.example/t', label: null },
      { term: 'الميناء', scheme: null, label: null },
    ]);
  });

  it('takes pictures and films out of media groups', () => {
    expect(first?.images).toMatchObject([
      {
        url: 'https://almina.example/media/quai.jpg',
        width: 1200,
        height: 800,
        caption: 'الرصيف الجديد',
      },
    ]);
    expect(first?.enclosures).toEqual([
      { url: 'https://cdn.example/quai.mp4', type: 'video/mp4', length: '1000' },
    ]);
  });

  it('prefers the address behind a proxy', () => {
    expect(second?.address).toBe('https://almina.example/fr/102');
  });

  it('gives the feed’s language to entries that have none', () => {
    expect(second?.language).toBe('ar-MA');
  });

  it('keeps elements that no table knows', () => {
    expect(first?.extensions.map(({ name, text }) => [name, text])).toContainEqual([
      'slash:comments',
      '12',
    ]);
  });
});

describe('items as publishers write them', () => {
  it('takes a guid for the address unless it says that it is none', () => {
    expect(item('<guid>https://a.example/1</guid>')?.address).toBe('https://a.example/1');
    expect(item('<guid isPermaLink="false">https://a.example/1</guid>')?.address).toBeNull();
    expect(item('<guid>post-17</guid>')).toMatchObject({ id: 'post-17', address: null });
  });

  it('prefers the link to the guid', () => {
    expect(item('<guid>https://a.example/1</guid><link>https://b.example/2</link>')?.address).toBe(
      'https://b.example/2',
    );
  });

  it('never takes an address that runs for one', () => {
    expect(item('<link>javascript:alert(1)</link>')).toMatchObject({ address: null, links: [] });
  });

  it('takes markup that stands bare between the tags', () => {
    expect(item('<description><p>a <br/>b</p></description>')?.summaryHtml).toBe(
      '<p>a <br />b</p>',
    );
  });

  it('is not misled by elements inside an image', () => {
    expect(
      item('<image><title>no</title><link>https://no.example/</link></image><title>yes</title>'),
    ).toMatchObject({
      title: 'yes',
      address: null,
    });
  });

  it('reads the modules under whatever prefix a feed binds, or none', () => {
    const bound = parse(
      '<rss xmlns:d="http://purl.org/dc/elements/1.1/"><channel><item><d:creator>A</d:creator></item></channel></rss>',
    );
    expect(bound.entries[0]?.authors[0]?.name).toBe('A');
    const unbound = item('<dc:creator>B</dc:creator>');
    expect(unbound?.authors[0]?.name).toBe('B');
  });

  it('takes an unknown default namespace for RSS', () => {
    const feed = parse(
      '<rss xmlns="urn:whatever"><channel><title>T</title><item><title>A</title></item></channel></rss>',
    );
    expect(feed).toMatchObject({ title: 'T', entries: [{ title: 'A' }] });
  });

  it('escapes plain text when HTML is asked for', () => {
    expect(item('<description>5 &lt; 6</description>')?.summaryHtml).toBe('5 &lt; 6');
  });

  it('reads authors however RSS lets them be written', () => {
    const authorOf = (text: string) => item(`<author>${text}</author>`)?.authors[0];
    expect(authorOf('a@b.example (Name)')).toEqual({
      name: 'Name',
      email: 'a@b.example',
      url: null,
    });
    expect(authorOf('Name &lt;a@b.example&gt;')).toEqual({
      name: 'Name',
      email: 'a@b.example',
      url: null,
    });
    expect(authorOf('Name')).toEqual({ name: 'Name', email: null, url: null });
  });

  it('warns of a date that nobody can read, and keeps the item', () => {
    const feed = parse(
      '<rss><channel><item><link>https://e.org/1</link><pubDate>soon</pubDate></item></channel></rss>',
    );
    expect(feed.entries[0]?.published).toBeNull();
    expect(feed.warnings).toEqual([{ code: 'bad-date', count: 1, offset: null }]);
  });
});

describe('the Channel Definition Format', () => {
  it('has addresses and dates in attributes', () => {
    const feed = parse(
      '<CHANNEL HREF="https://c.example/" LASTMOD="2004-04-06T23:05Z"><TITLE>C</TITLE><ITEM HREF="/1"><TITLE>One</TITLE><ABSTRACT>A</ABSTRACT></ITEM></CHANNEL>',
    );
    expect(feed).toMatchObject({
      version: 'cdf',
      link: 'https://c.example/',
      updated: { instant: '2004-04-06T23:05:00Z' },
      entries: [{ title: 'One', address: 'https://almina.example/1', summaryHtml: 'A' }],
    });
  });
});

describe('what an item says', () => {
  const atom = 'xmlns:atom="http://www.w3.org/2005/Atom"';
  const guests = (inside: string) =>
    parse(`<rss ${atom}><channel><item>${inside}</item></channel></rss>`).entries[0];

  it('in words of RSS is heard before what a guest says, wherever it stands', () => {
    const entry = guests(
      '<atom:title>Short</atom:title><title>Long</title><atom:published>2024-05-04T10:00:00Z</atom:published><pubDate>2024-05-03T10:00:00Z</pubDate><atom:published>2024-05-04T10:00:00Z</atom:published>',
    );
    expect(entry?.title).toBe('Long');
    expect(entry?.published?.instant).toBe('2024-05-03T10:00:00Z');
  });

  it('in a date that is none leaves the word to another', () => {
    const entry = item('<pubDate>soon</pubDate><dc:date>2024-05-03T10:00:00Z</dc:date>');
    expect(entry?.published?.instant).toBe('2024-05-03T10:00:00Z');
    expect(item('<date>2024-05-03T10:00:00Z</date>')?.published?.instant).toBe(
      '2024-05-03T10:00:00Z',
    );
  });

  it('in names and terms is read as people see it', () => {
    const entry = item(
      '<dc:creator>&lt;a href="/s"&gt;Ren&amp;eacute; Dor&lt;/a&gt;</dc:creator><category>Salt &amp;amp; sea</category>',
    );
    expect(entry?.authors).toEqual([{ name: 'René Dor', email: null, url: null }]);
    expect(entry?.categories.map(({ term }) => term)).toEqual(['Salt & sea']);
  });

  it('of the page behind a counted link is believed', () => {
    const entry = item(
      '<link>https://clicks.example/1</link><pheedo:origLink>https://almina.example/1</pheedo:origLink>',
    );
    expect(entry?.address).toBe('https://almina.example/1');
  });

  it('of pictures may be escaped once too often', () => {
    const entry = item('<media:thumbnail url="https://almina.example/i?a=1&amp;amp;b=2"/>');
    expect(entry?.images[0]?.url).toBe('https://almina.example/i?a=1&b=2');
    const marked = item('<enclosure url="&lt;![CDATA[https://almina.example/a.mp3]]&gt;"/>');
    expect(marked?.enclosures[0]?.url).toBe('https://almina.example/a.mp3');
  });
});
