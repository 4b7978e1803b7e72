import { expect, it } from 'vitest';
import { olderPage } from './older-page.ts';
import { parseFeed } from './parse-feed.ts';

const URL_OF = 'https://news.example/feed/';
const older = (document: string, url = URL_OF) =>
  olderPage(parseFeed(Buffer.from(document), { url }), url);
const atom = (links: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${links}<entry><id>1</id><title>One</title><link href="/1"/></entry></feed>`;
const wordpress = (generator: string) =>
  `<rss version="2.0"><channel><title>T</title><generator>${generator}</generator><item><title>One</title><link>https://news.example/1</link></item></channel></rss>`;

it('is the archive before this one, or the next page', () => {
  expect(older(atom('<link rel="next" href="?page=2"/>'))).toBe(
    'https://news.example/feed/?page=2',
  );
  expect(
    older(atom('<link rel="next" href="/p2"/><link rel="prev-archive" href="/2025-12.atom"/>')),
  ).toBe('https://news.example/2025-12.atom');
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    next_url: '/b.json',
    items: [{ id: '1', url: '/1' }],
  };
  expect(older(JSON.stringify(json))).toBe('https://news.example/b.json');
  expect(
    older(
      `<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"><channel><title>T</title><a:link rel="next" href="https://news.example/feed?p=2"/><item><link>https://news.example/1</link></item></channel></rss>`,
    ),
  ).toBe('https://news.example/feed?p=2');
});

it('is the next in number of a WordPress site, which names none', () => {
  const feed = wordpress('https://wordpress.org/?v=6.7');
  expect(older(feed)).toBe('https://news.example/feed/?paged=2');
  expect(older(feed, `${URL_OF}?paged=7`)).toBe('https://news.example/feed/?paged=8');
});

it('is nowhere where nobody says', () => {
  expect(older(atom(''))).toBeNull();
  expect(older(wordpress('Drupal'))).toBeNull();
});
