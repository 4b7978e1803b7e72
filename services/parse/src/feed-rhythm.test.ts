import { parseFeed } from '@nashra/feeds';
import { expect, it } from 'vitest';
import { datedOf, wishesOf } from './feed-rhythm.ts';

const NOW = new Date('2026-03-02T12:00:00Z');
const feed = (head: string, dates: readonly string[] = []) =>
  parseFeed(
    Buffer.from(`<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>T</title>${head}
      ${dates.map((date, at) => `<item><title>${at}</title><link>https://sahifa.example/${at}</link><pubDate>${date}</pubDate></item>`).join('')}
      </channel></rss>`),
    { url: 'https://sahifa.example/feed', timeZone: 'UTC', now: NOW },
  );

it('reads what a publisher asks for, and takes «hourly», which software writes, for nothing', () => {
  expect(
    wishesOf(
      feed(
        '<ttl>30</ttl><skipHours><hour>3</hour></skipHours><skipDays><day>Friday</day></skipDays>',
      ),
    ),
  ).toEqual({ wishMs: 1_800_000, skipHours: [3], skipDays: [5] });
  expect(
    wishesOf(
      feed('<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>'),
    ),
  ).toBeNull();
  expect(wishesOf(feed('<sy:updatePeriod>daily</sy:updatePeriod>'))).toMatchObject({
    wishMs: 86_400_000,
  });
});

it('reads a first rate from dates, unless all are as young as the document', () => {
  const day = 'Mon, 02 Mar 2026 00:00:00 GMT';
  expect(datedOf(feed('', [day, 'Mon, 02 Mar 2026 11:00:00 GMT']), NOW)).toEqual({
    entries: 2,
    spanMs: 12 * 3_600_000,
  });
  expect(
    datedOf(feed('', ['Mon, 02 Mar 2026 11:59:00 GMT', 'Mon, 02 Mar 2026 11:58:00 GMT']), NOW),
  ).toBeUndefined();
  expect(datedOf(feed('', [day]), NOW)).toBeUndefined();
});
