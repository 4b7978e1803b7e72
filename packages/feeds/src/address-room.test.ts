import { expect, it } from 'vitest';
import { parseFeed } from './parse-feed.ts';

const base = `https://a.example/${'a'.repeat(1_900)}/`;
const count = 20_000;
const each = (part: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => part(at)).join('');

it.each([
  [
    'RSS',
    `<rss version="2.0" xml:base="${base}"><channel>${each((at) => `<item><link>${at}</link></item>`)}</channel></rss>`,
  ],
  [
    'Atom',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${base}">${each((at) => `<entry><id>${at}</id><link href="${at}"/></entry>`)}</feed>`,
  ],
  [
    'a sitemap',
    `<urlset xml:base="${base}">${each((at) => `<url><loc>${at}</loc></url>`)}</urlset>`,
  ],
])('the addresses of %s do not grow with its base, and what is left out is told', (_, text) => {
  const { entries, warnings } = parseFeed(Buffer.from(text), { url: base });
  const long = entries.reduce((sum, { address }) => sum + (address?.length ?? 0), 0);
  expect(long).toBeLessThan(2 * text.length + 262_145);
  expect(entries.length).toBeGreaterThan(50);
  expect(entries.length).toBeLessThan(count);
  expect(warnings.map(({ code }) => code)).toContain('too-many-entries');
});
