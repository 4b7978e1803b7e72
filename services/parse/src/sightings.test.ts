import { parseFeed } from '@nashra/feeds';
import { expect, it } from 'vitest';
import type { Fetched } from './handler.ts';
import { sightingsOf } from './sightings.ts';

const page = { url: 'https://a.example/feed', publisher: { id: 1 } } as Fetched;

it('leaves out the entry that cannot be read, and reads the others', () => {
  const item = (n: number) =>
    `<item><title>T${n}</title><link>https://a.example/${n}</link></item>`;
  const rss = `<rss><channel>${[1, 2, 3].map(item).join('')}</channel></rss>`;
  const feed = parseFeed(Buffer.from(rss), { url: page.url });
  Object.defineProperty(feed.entries[1], 'summaryHtml', {
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
