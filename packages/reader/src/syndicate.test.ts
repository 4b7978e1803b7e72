import { expect, it } from 'vitest';
import type { ArticleCard } from './cards.ts';
import { toJsonFeed, toRss } from './syndicate.ts';

const card: ArticleCard = {
  id: 7,
  title: 'A < B & «C»\u0007',
  summary: null,
  language: 'fr',
  publisher: 'sahifa',
  publisherName: 'Sahifa',
  publisherNameNative: null,
  section: 'Monde',
  authors: ['Salma "S" Idrissi'],
  url: 'https://a.example/1?a=1&b=2',
  publishedAt: new Date('2026-03-01T10:00:00Z'),
  publishedPrecision: 'minute',
  display: 'full',
  rights: null,
  isPaywalled: false,
  firstSeenAt: new Date(0),
  updatedAt: new Date(0),
  revision: 1,
  isCopy: false,
  wordCount: 3,
  image: null,
  story: 9,
  storyArticles: 1,
  storyPublishers: 1,
};
const channel = { title: 'Sahifa', url: 'https://sahifa.example/' };

it('escapes what a publisher wrote, for XML', () => {
  const rss = toRss(channel, [card]);
  expect(rss).toContain('<title>A &lt; B &amp; «C»</title>');
  expect(rss).toContain('<link>https://a.example/1?a=1&amp;b=2</link>');
  expect(rss).toContain('<pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>');
});

it('gives JSON Feed its version, and each item an id that stays', () => {
  expect(toJsonFeed(channel, [card])).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: 'nashra:7', url: card.url, date_published: '2026-03-01T10:00:00.000Z' }],
  });
});
