import type { Extraction } from '@nashra/extract';
import { expect, it } from 'vitest';
import type { Fetched } from './ports.ts';
import { isOther, verdictOf as judge, mayGrow } from './verdict.ts';

const page = {
  url: 'https://a.example/news/1',
  address: 'https://a.example/news/1',
  vain: 0,
  lane: 0,
} as Fetched;
const verdictOf = (of: Fetched, extraction: Extraction, areShown = true) =>
  judge(of, extraction, { isOther: isOther(of, extraction), areShown });
const read = (kind: Extraction['kind'], wordCount: number) =>
  ({
    kind,
    isArticle: kind === 'article',
    wordCount,
    warnings: [],
  }) as Partial<Extraction> as Extraction;
const cut = (kind: Extraction['kind'], wordCount: number): Extraction => ({
  ...read(kind, wordCount),
  warnings: ['page_cut'],
});
const plain = { isOther: false, areShown: true };

it('lets an article be one, and what was read and is something else be none', () => {
  expect(verdictOf(page, read('article', 200))).toBeNull();
  expect(verdictOf(page, read('listing', 0))).toBe('not_an_article');
  expect(verdictOf(page, read('other', 300))).toBe('not_an_article');
});

it('takes a page without a text for one that is not finished, until it has stayed so', () => {
  expect(verdictOf(page, read('article', 0))).toBe('no_text');
  expect(verdictOf(page, read('other', 3))).toBe('no_text');
  expect(verdictOf({ ...page, vain: 3 }, read('article', 0))).toBeNull();
  expect(verdictOf({ ...page, vain: 9, isWritten: true }, read('article', 0))).toBe('no_text');
  expect(verdictOf(page, read('error', 0))).toBe('error_page');
});

it('does not take the front page for the page that leads there', () => {
  for (const url of ['https://a.example/', 'https://a.example/fr/', 'https://a.example/index.php'])
    expect(verdictOf({ ...page, url }, read('article', 200))).toBe('front_page');
  const front = 'https://a.example/';
  expect(verdictOf({ ...page, url: front, address: front }, read('home', 9))).toBe(
    'not_an_article',
  );
});

it('doubts what shows nothing of its entry, for some looks where it is an article', () => {
  const told = { ...page, entry: { title: 'Ourika council approves winter budget for tunnel' } };
  const other = (kind: Extraction['kind']) => ({
    ...read(kind, 300),
    title: 'Belgour port buys cranes',
    body: 'The port of Belgour has two new cranes.',
  });
  expect(verdictOf(told, other('other'))).toBe('other_page');
  expect(verdictOf({ ...told, vain: 9 }, other('listing'))).toBe('other_page');
  expect(verdictOf(told, other('article'))).toBe('other_page');
  expect(verdictOf({ ...told, vain: 2 }, other('article'))).toBeNull();
  expect(verdictOf({ ...told, vain: 2, isWritten: true }, other('article'))).toBe('other_page');
  expect(verdictOf({ ...told, isReread: true }, other('article'))).toBeNull();
  // Whose headlines the pages never had, or nobody knows.
  expect(verdictOf(told, other('article'), false)).toBeNull();
  expect(verdictOf({ ...told, isWritten: true }, other('article'), false)).toBe('other_page');
  expect(verdictOf(told, other('other'), false)).toBe('other_page');
});

it('looks again at short news, not at an archive', () => {
  expect(mayGrow(page, read('article', 20), plain)).toBe(true);
  expect(mayGrow({ ...page, lane: 1 }, read('article', 20), plain)).toBe(false);
  expect(mayGrow(page, read('article', 300), plain)).toBe(false);
});

it('looks again at what was believed in spite of doubts, and at no publisher that is always so', () => {
  expect(mayGrow(page, cut('article', 300), plain)).toBe(true);
  const other = { isOther: true, areShown: true };
  expect(mayGrow(page, read('article', 300), other)).toBe(true);
  expect(mayGrow(page, read('article', 300), { ...other, areShown: false })).toBe(false);
  expect(mayGrow({ ...page, vain: 2 }, read('article', 300), { ...other, areShown: false })).toBe(
    true,
  );
});

it('takes a page that breaks off for what it is, a written one for long', () => {
  expect(verdictOf(page, cut('article', 300))).toBe('truncated');
  expect(verdictOf(page, cut('other', 20))).toBe('truncated');
  expect(verdictOf({ ...page, vain: 2 }, cut('article', 300))).toBeNull();
  expect(verdictOf({ ...page, vain: 2, isWritten: true }, cut('article', 300))).toBe('truncated');
  expect(verdictOf({ ...page, isReread: true }, cut('article', 300))).toBeNull();
});

it('takes no page without a text for all there is that does not show its entry', () => {
  const other = { isOther: true, areShown: true };
  expect(judge({ ...page, vain: 3 }, read('article', 0), other)).toBe('no_text');
});
