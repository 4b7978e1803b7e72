import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trustedCanonical } from './trusted-canonical.ts';

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

it('is believed of nobody else under one public suffix, as a country or a host of blogs hands out names', () => {
  const believed = (page: string, named: string) =>
    trustedCanonical(`https://${page}/news/a-long-title-17`, [
      `https://${named}/news/a-long-title-17`,
    ]);
  for (const [page, named] of [
    ['finances.gov.ma', 'sante.gov.ma'],
    ['one.blogspot.com', 'two.blogspot.com'],
    ['one.github.io', 'two.github.io'],
    ['a.asso.fr', 'b.asso.fr'],
  ] as const)
    expect(believed(page, named)).toBeNull();
  expect(believed('amp.one.blogspot.com', 'one.blogspot.com')).not.toBeNull();
  expect(believed('m.journal.press.ma', 'www.journal.press.ma')).not.toBeNull();
});

interface Canonical {
  readonly page: string;
  readonly canonical: string | string[];
  readonly accept: boolean;
}

const file = new URL('../../../../shared/corpus/fetch-safety/url-cases.json', import.meta.url);
const isThere = existsSync(file);
if (!isThere) process.stderr.write('SKIPPED url-cases: the corpus is not here\n');

it.skipIf(!isThere)('is believed exactly when a corpus says so', () => {
  const { relCanonical }: { relCanonical: Canonical[] } = JSON.parse(readFileSync(file, 'utf8'));
  const wrong = relCanonical.filter(
    ({ page, canonical, accept }) =>
      (trustedCanonical(page, [canonical].flat()) !== null) !== accept,
  );
  expect(wrong).toEqual([]);
});
