import { around, type Filler } from './filler.ts';
import type { Shape } from './shape.ts';

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
 <channel><title>News</title><link>https://news.example/</link>`;
const RSS_END = '</channel></rss>';
const ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>';

type Part = (at: number, filler: Filler) => string;

const shape = (name: string, part: Part, [before, after]: readonly [string, string]): Shape => ({
  name: `feed: ${name}`,
  kind: 'feed',
  make: (bytes, random) => around(bytes, random, { before, after, part }),
});
const rss = (name: string, part: Part) => shape(name, part, [RSS, RSS_END]);
/** One item that holds the same thing again and again. */
const item = (name: string, part: Part, [open, close]: readonly [string, string] = ['', '']) =>
  shape(name, part, [
    `${RSS}<item><title>One</title><link>https://news.example/1</link>${open}`,
    `${close}</item><item><title>Two</title><link>https://news.example/2</link></item>${RSS_END}`,
  ]);
const json = (name: string, part: Part, wrap: readonly [string, string]) =>
  shape(name, part, [
    `{"version":"https://jsonfeed.org/version/1.1","title":"News","items":[${wrap[0]}`,
    `${wrap[1]}]}`,
  ]);
const sitemap = (name: string, part: Part) =>
  shape(name, part, ['<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">', '</urlset>']);

/** Shapes of feeds and sitemaps by which little comes in and much could come out, or much work be done. */
export const FEEDS: readonly Shape[] = [
  rss(
    'items',
    (at, f) => `<item><title>${f.words(6)}</title><link>https://news.example/${at}</link></item>`,
  ),
  rss('tiny items', (at) => `<item><link>/${at}</link></item>`),
  rss(
    'summaries',
    (at, f) => `<item><link>/${at}</link><description>${f.words(300)}</description></item>`,
  ),
  rss('items of as many hosts', (at) => `<item><link>https://h${at}.example/a</link></item>`),
  rss('items of one address', (at) => `<item><title>a${at}</title><link>/1</link></item>`),
  rss('items never closed', (at) => `<item><link>/${at}</link>`),
  rss(
    'items with dates in words',
    (at) => `<item><link>/${at}</link><pubDate>le ${at % 28} janvier 2024 à 10h</pubDate></item>`,
  ),
  item('enclosures', (at) => `<enclosure url="/e/${at}.mp3" type="audio/mpeg" length="1"/>`),
  item(
    'media',
    (at) => `<media:content url="/m/${at}.jpg"><media:title>t</media:title></media:content>`,
  ),
  item('categories', (at) => `<category>tag ${at}</category>`),
  item('authors', (at) => `<dc:creator>Name ${at}</dc:creator>`),
  item('links', (at) => `<link>/l/${at}</link>`),
  item('extensions', (at) => `<x:y${at} a="b">c</x:y${at}>`),
  item('one content', (_, f) => `${f.words(40)} `, ['<content:encoded>', '</content:encoded>']),
  item('links in one content', (at) => `<a href="${at}">a</a>`, [
    `<content:encoded xml:base="https://news.example/${'a'.repeat(1_900)}/"><![CDATA[`,
    ']]></content:encoded>',
  ]),
  item('escaped content', () => '&amp;lt;', ['<description>', '</description>']),
  item('open tags in text', () => '<![CDATA[<a ]]>', ['<description>', '</description>']),
  item('left angles', () => '&lt;', ['<title>', '</title>']),
  item('comment ends', () => '--&gt;&lt;!--', ['<description>', '</description>']),
  item('date of digits', () => '1 ', ['<pubDate>', '</pubDate>']),
  item('nested elements', () => '<a>'),
  item('sections', () => '<![CDATA[a]]>', ['<description>', '</description>']),
  shape('entities', (at) => `<!ENTITY e${at} "&e${at - 1};&e${at - 1};">`, [
    '<?xml version="1.0"?><!DOCTYPE rss [',
    `]>${RSS.slice(21)}<item><title>&e9;</title><link>/1</link></item>${RSS_END}`,
  ]),
  shape(
    'Atom entries',
    (at, f) => `<entry><id>urn:${at}</id><title>${f.words(5)}</title><link href="/${at}"/></entry>`,
    [ATOM, '</feed>'],
  ),
  shape('Atom links', (at) => `<link rel="alternate" href="/${at}"/>`, [
    `${ATOM}<entry><id>a</id>`,
    '</entry></feed>',
  ]),
  shape('Atom nested markup', () => '<div>', [
    `${ATOM}<entry><id>a</id><link href="/1"/><content type="xhtml">`,
    '</content></entry></feed>',
  ]),
  shape(
    'Atom bases',
    (at) => `<entry xml:base="${'a/'.repeat(400)}"><id>${at}</id><link href="x${at}"/></entry>`,
    [ATOM, '</feed>'],
  ),
  shape('items under a long base', (at) => `<item><link>${at}</link></item>`, [
    RSS.replace('<channel>', `<channel xml:base="https://news.example/${'a'.repeat(1_900)}/">`),
    RSS_END,
  ]),
  shape('namespaces', (at) => ` xmlns:n${at}="u"`, [
    '<rss version="2.0"',
    '><channel><item><link>https://news.example/1</link></item></channel></rss>',
  ]),
  json(
    'items',
    (at, f) => `{"id":"${at}","url":"https://news.example/${at}","title":"${f.words(5)}"},`,
    ['', '{}'],
  ),
  json('one content', (_, f) => `${f.words(30)} `, [
    '{"id":"1","url":"https://news.example/1","content_html":"',
    '"}',
  ]),
  json('tags', (at) => `"tag ${at}",`, [
    '{"id":"1","url":"https://news.example/1","tags":[',
    '"a"]}',
  ]),
  json('attachments', (at) => `{"url":"/${at}.mp3"},`, [
    '{"id":"1","url":"https://news.example/1","attachments":[',
    '{}]}',
  ]),
  json('nested lists', () => '[', ['', '']),
  json('broken strings', (at) => `{"id":"${at}","title":"a\\q\n},`, ['', '{}']),
  sitemap(
    'addresses',
    (at) => `<url><loc>https://news.example/${at}</loc><lastmod>2024-01-01</lastmod></url>`,
  ),
  sitemap('hosts', (at) => `<url><loc>https://h${at}.example/a</loc></url>`),
  sitemap(
    'images',
    (at) =>
      `<url><loc>https://news.example/${at}</loc>${'<image:image><image:loc>/i.jpg</image:loc></image:image>'.repeat(20)}</url>`,
  ),
  shape('sitemap index', (at) => `<sitemap><loc>https://news.example/${at}.xml</loc></sitemap>`, [
    '<sitemapindex>',
    '</sitemapindex>',
  ]),
  shape('lines of addresses', (at) => `https://news.example/${at}\n`, ['', '']),
];
