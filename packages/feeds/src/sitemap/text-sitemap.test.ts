import { expect, it } from 'vitest';
import { parseFeed } from '../index.ts';

const parse = (text: string) => parseFeed(Buffer.from(text), { url: 'https://e.org/sitemap.txt' });
const addressesOf = (text: string) => parse(text).entries.map(({ address }) => address);

it.each([
  ['lines', 'https://e.org/\nhttps://e.org/1\n'],
  ['other ends of lines, and none', '\ufeffhttps://e.org/\r\n\r\nhttps://e.org/1'],
  ['space around', '  https://e.org/ \n\thttps://e.org/1'],
  ['a comment before', '# ours\nhttps://e.org/\nhttps://e.org/1'],
])('is read with %s', (_, text) => {
  expect(addressesOf(text)).toEqual(['https://e.org/', 'https://e.org/1']);
  expect(parse(text).format).toBe('sitemap');
});

it('passes over lines that are no address, and tells', () => {
  const feed = parse('https://e.org/1\nwords\nhttps://e.org/2');
  expect(feed.entries).toHaveLength(2);
  expect(feed.warnings).toEqual([{ code: 'stray-line', count: 1, offset: 16 }]);
});

it.each([
  ['robots.txt', 'User-agent: *\nSitemap: https://e.org/s.xml'],
  ['a text', 'See\nhttps://e.org/1'],
  ['a text after an address', 'https://e.org/1\nis where\nit all began'],
  ['paths', '/1\n/2'],
  ['nothing', ' \n'],
])('is not seen in %s', (_, text) => {
  expect(() => parse(text)).toThrow();
});

it('is bounded like every feed', () => {
  const text = 'https://e.org/1\n'.repeat(60_000);
  expect(parse(text).entries).toHaveLength(50_000);
  expect(parse(text).warnings.map(({ code }) => code)).toEqual(['too-many-entries']);
});

it('takes an escaped ampersand for one', () => {
  expect(addressesOf('https://e.org/?a=1&amp;b=2\nhttps://e.org/1')).toEqual([
    'https://e.org/?a=1&b=2',
    'https://e.org/1',
  ]);
});
