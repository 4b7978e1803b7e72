import { expect, it } from 'vitest';
import { compareExtractions, extract } from './index.ts';

const url = 'https://a.example/news/1';
const paragraph =
  'Le conseil a adopté mardi soir un budget de douze millions, après six heures de débats, selon la mairie.';
const read = (more: string) =>
  extract(
    Buffer.from(`<title>Le conseil adopte un budget</title><article><h1>Le conseil adopte un budget</h1>
      <p>${paragraph}</p><p>${paragraph.replace('mardi', 'lundi')}</p>${more}</article>`),
    { url, now: new Date('2024-05-20T12:00:00Z') },
  );

it('says nothing of an extraction that is the same', () => {
  expect(compareExtractions(read(''), read(''))).toEqual([]);
});

it('says which fields change, from what to what, and how far texts go apart', () => {
  const before = read('');
  const after = {
    ...before,
    title: 'Le conseil adopte le budget',
    authors: ['Nadia B.'],
    paywalled: true,
  };
  const changes = compareExtractions(before, after);
  expect(changes.map(({ field }) => field)).toEqual(['title', 'authors', 'paywalled']);
  expect(changes[0]?.before).toBe('Le conseil adopte un budget');
  expect(changes[0]?.alike).toBeCloseTo(0.8);
  expect(changes[1]).toMatchObject({ before: '', after: 'Nadia B.', alike: 0 });
});

it('shows of a long text the place where it begins to differ, on one line', () => {
  const before = read('');
  const long = 'mot '.repeat(500);
  const [change] = compareExtractions(
    { ...before, body: `${long}un` },
    { ...before, body: `${long}deux\n\ntrois` },
  );
  expect(change?.after).toMatch(/^….*deux trois$/);
  expect(change?.after.length).toBeLessThan(250);
});
