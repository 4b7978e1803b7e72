import type { ReaderArticle } from '@nashra/reader';
import { expect, it } from 'vitest';
import { viewOf } from '../site/view.ts';
import { articleHead, descriptionOf, localeOf } from './article-head.ts';

const article = {
  id: 7,
  title: 'عنوان',
  publisher: 'alfajr',
  publisherName: 'Al Fajr',
  timeZone: 'Africa/Tunis',
  publishedAt: new Date('2026-03-01T23:00:00Z'),
  publishedPrecision: 'minute',
  modifiedAt: null,
  language: 'ar',
  authors: [],
  section: null,
  tags: ['ميناء'],
  summary: null,
  body: 'كلمة '.repeat(100),
  url: 'https://press.example/7',
  rights: null,
} as unknown as ReaderArticle;

const view = viewOf({
  tongue: 'ar',
  path: '/alfajr/7',
  origin: 'https://news.example',
  timeZone: 'UTC',
  publishers: new Map(),
  strip: [],
  imageSrc: () => () => '',
});
const factsOf = (it: Partial<ReaderArticle>) => {
  const { text } = articleHead(view, { ...article, ...it }, undefined);
  return JSON.parse(/ld\+json">(.*)<\/script>/.exec(text)?.[1] ?? '');
};

it.each([
  ['minute', '2026-03-01T23:00:00.000Z'],
  ['day', '2026-03-02'],
  [null, undefined],
] as const)(
  'tells of a time that is known to the %s no more than that',
  (publishedPrecision, said) => {
    expect(factsOf({ publishedPrecision }).datePublished).toBe(said);
  },
);

it('has the house for the author where nobody signs', () => {
  expect(factsOf({}).author).toMatchObject({ '@type': 'NewsMediaOrganization', name: 'Al Fajr' });
  expect(factsOf({ authors: ['سلمى'] }).author).toEqual([{ '@type': 'Person', name: 'سلمى' }]);
});

it('describes by the summary, else by the beginning, as far as that may be shown', () => {
  expect(descriptionOf({ ...article, summary: 'موجز' })).toBe('موجز');
  expect(descriptionOf(article)).toMatch(/^كلمة .{100,200}…$/);
  expect(descriptionOf({ ...article, body: '' })).toBeNull();
  expect(descriptionOf({ ...article, rights: { snippet: 20 } })).toBeNull();
});

it.each([
  ['ar', 'ar_AR'],
  ['fr-MA', 'fr_FR'],
  ['ber', undefined],
  [null, undefined],
])('writes %s as Open Graph does', (language, locale) => {
  expect(localeOf(language)).toBe(locale);
});
