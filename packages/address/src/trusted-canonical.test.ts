import { expect, it } from 'vitest';
import { trustedCanonical } from './index.ts';

const page = 'https://www.site.ma/news/long-title-of-it-17?utm_source=x';

it.each([
  ['https://www.site.ma/news/long-title-of-it-17'],
  ['/news/long-title-of-it-17'],
  ['https://site.ma/news/other-long-title-18'],
  ['https://site.ma/?p=17'],
])('is believed: %s', (named) => {
  expect(trustedCanonical(page, [named])).not.toBeNull();
});

it.each([
  ['the home page', ['https://www.site.ma/']],
  ['a section', ['https://www.site.ma/category/politics']],
  ['another site', ['https://agency.ma/news/long-title-of-it-17']],
  ['a developer’s host', ['http://localhost/news/long-title-of-it-17']],
  ['another language', ['https://fr.site.ma/news/long-title-of-it-17']],
  ['a template', ['https://www.site.ma/news/{{slug}}-17']],
  ['a template that failed', ['https://www.site.ma/news/undefined']],
  ['a fragment', ['#']],
  ['nothing', ['', ' ']],
  ['a script', ['javascript:void(0)']],
  ['two that differ', ['/news/long-title-of-it-17', '/news/long-title-of-it-18']],
])('is not believed: %s', (_, named) => {
  expect(trustedCanonical(page, named)).toBeNull();
});

it('is believed when given twice', () => {
  expect(trustedCanonical(page, ['/news/a-17', 'http://www.site.ma/news/a-17/'])).toBe(
    'https://www.site.ma/news/a-17',
  );
});

it('may name a page without an article’s look when the page has none either', () => {
  expect(
    trustedCanonical('https://site.ma/about?x=1', ['https://site.ma/about-us']),
  ).not.toBeNull();
});
