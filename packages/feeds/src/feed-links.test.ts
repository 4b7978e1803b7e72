import { expect, it } from 'vitest';
import { namedFeeds } from './index.ts';

const find = (html: string) =>
  namedFeeds(html, 'https://a.example/fr/').map(({ address }) => address);

it('finds the feeds that a page names, by its base, the first ones first', () => {
  expect(
    find(`<base href="/site/"><a href="/rss">RSS</a>
      <LINK title='Tout' type="application/rss+xml" href=feed.xml?a=1&amp;b=2 rel="alternate">
      <link rel="alternate" type="application/feed+json" href="https://b.example/feed.json">`),
  ).toEqual([
    'https://a.example/site/feed.xml?a=1&b=2',
    'https://b.example/feed.json',
    'https://a.example/rss',
  ]);
});

it('leaves out what is no source: other pages, translations, comments, feeds of strangers', () => {
  expect(
    find(`<link rel="alternate" hreflang="ar" href="/ar/"><link rel="stylesheet" href="/feed.css">
      <link rel="alternate" type="application/rss+xml" href="/comments/feed">
      <a href="https://c.example/rss">x</a><a href="/feedback">y</a><a href="javascript:0">z</a>`),
  ).toEqual([]);
});
