import {
  addArticle,
  addArticles,
  addPublisher,
  image,
  type TestDatabase,
  testDatabase,
} from '@nashra/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asReader,
  CursorError,
  listArticles,
  listDays,
  listHeadlines,
  listMonths,
  listPublishers,
  listRevisions,
  listSections,
  type PageOptions,
  type Reader,
  readArticle,
  readRevision,
  readStory,
} from '../src/index.ts';

let database: TestDatabase;
let reader: Reader;
let ids: number[];
let story: number;

/** Twelve articles of two publishers, an hour apart; the last three tell one story. */
beforeAll(async () => {
  database = await testDatabase();
  reader = asReader(database.db);
  const { db } = database;
  const rabat = await addPublisher(db, { slug: 'rabat', name: 'Rabat', country: 'MA' });
  const tunis = await addPublisher(db, {
    slug: 'tunis',
    name: 'Tunis',
    country: 'TN',
    time_zone: 'Africa/Tunis',
  });
  const hour = (n: number) => new Date(Date.UTC(2026, 2, 31, 14 + n)).toISOString();
  ids = await addArticles(
    db,
    Array.from({ length: 12 }, (_, n) => ({
      publisherId: n % 2 === 0 ? rabat : tunis,
      title: `Title ${n}`,
      language: n % 3 === 0 ? 'fr' : 'ar',
      section: n < 6 ? 'Politique' : ' POLITIQUE ',
      authors: n === 4 ? ['Salma Idrissi', 'AFP'] : ['afp'],
      publishedAt: hour(n),
      images:
        n === 4 ? [image('https://a.example/2.jpg', false), image('https://a.example/1.jpg')] : [],
      ...(n >= 9 ? { storyId: 77 } : {}),
    })),
  );
  story = (await readArticle(reader, ids[11] ?? 0))?.story ?? 0;
});
afterAll(() => database.drop());

const titles = (page: { items: readonly { title: string }[] }) => page.items.map((it) => it.title);
const range = (from: number, to: number, step = -1) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => `Title ${from + n * step}`);

async function walk(list: (options: PageOptions) => ReturnType<typeof listArticles>) {
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await list({ after, limit: 2 });
    found.push(...titles(page));
    after = page.next ?? undefined;
  } while (after);
  return found;
}

describe('listArticles', () => {
  it.each([
    ['all', {}, range(11, 0)],
    ['of a publisher', { publisher: 'rabat' }, range(10, 0, -2)],
    ['of a country', { country: 'TN' }, range(11, 1, -2)],
    ['of a language', { language: 'fr' }, range(9, 0, -3)],
    ['of a section, however it is spelt', { section: 'politique' }, range(11, 0)],
    ['of an author', { author: 'SALMA  Idrissi' }, ['Title 4']],
    ['of a day, as its publishers count', { day: '2026-04-01' }, [...range(11, 10), 'Title 9']],
    [
      'of a time',
      { since: new Date('2026-03-31T16:00Z'), until: new Date('2026-03-31T18:00Z') },
      ['Title 3', 'Title 2'],
    ],
    ['of each story the latest', { onePerStory: true }, ['Title 11', ...range(8, 0)]],
    [
      'of each story the latest of a publisher',
      { onePerStory: true, publisher: 'rabat' },
      range(10, 0, -2),
    ],
    [
      'of each story the latest of a language',
      { onePerStory: true, language: 'ar' },
      ['Title 11', 'Title 8', 'Title 7', 'Title 5', 'Title 4', 'Title 2', 'Title 1'],
    ],
  ])('pages through articles %s without a gap', async (_, filter, expected) => {
    expect(await walk((options) => listArticles(reader, filter, options))).toEqual(expected);
  });

  it('refuses two shelves at a time and a cursor that is none', async () => {
    await expect(listArticles(reader, { day: '2026-01-01', author: 'x' })).rejects.toThrow(
      RangeError,
    );
    await expect(listArticles(reader, {}, { after: 'x; drop' })).rejects.toThrow(CursorError);
    await expect(listArticles(reader, {}, { after: 'zzzzzzzzzzz.1' })).rejects.toThrow(CursorError);
  });
});

it('shows one headline a story', async () => {
  const all = await walk((options) => listHeadlines(reader, options));
  expect(all).toHaveLength(10);
  expect(all.slice(1)).toEqual(range(8, 0));
  const [first] = (await listHeadlines(reader, { limit: 1 })).items;
  expect(first).toMatchObject({ story, storyArticles: 3, storyPublishers: 2 });
});

it('reads an article with its images, its story and its revisions', async () => {
  const id = ids[4] ?? 0;
  const article = await readArticle(reader, id);
  expect(article).toMatchObject({ publisher: 'rabat', authors: ['Salma Idrissi', 'AFP'] });
  expect(article?.images.map((it) => it.url)).toEqual([
    'https://a.example/2.jpg',
    'https://a.example/1.jpg',
  ]);
  const [card] = (await listArticles(reader, { author: 'Salma Idrissi' })).items;
  expect(card?.image?.url).toBe('https://a.example/1.jpg');
  const told = await readStory(reader, story);
  expect(told?.versions.map((it) => it.title)).toEqual(['Title 9', 'Title 10', 'Title 11']);
  expect(await readStory(reader, 1)).toBeUndefined();
  await addArticle(database.db, {
    publisherId: 1,
    revises: id,
    title: 'Title 4, again',
    section: 'Sport',
    authors: ['AFP'],
    publishedAt: '2026-03-31T18:00:00Z',
  });
  expect((await listRevisions(reader, id)).map((it) => it.title)).toEqual([
    'Title 4',
    'Title 4, again',
  ]);
  expect(await readRevision(reader, id, 1)).toMatchObject({ title: 'Title 4', number: 1 });
  expect(titles(await listArticles(reader, { author: 'salma idrissi' }))).toEqual([]);
  expect(titles(await listArticles(reader, { section: 'sport' }))).toEqual(['Title 4, again']);
});

it('counts what stands on the shelves', async () => {
  expect(await listSections(reader)).toEqual([
    { key: 'politique', name: expect.stringMatching(/politique/i), articles: 11 },
    { key: 'sport', name: 'Sport', articles: 1 },
  ]);
  expect((await listPublishers(reader)).map((it) => [it.slug, it.articles])).toEqual([
    ['rabat', 6],
    ['tunis', 6],
  ]);
  expect(await listDays(reader, '2026-04')).toEqual([{ day: '2026-04-01', articles: 3 }]);
  expect(await listMonths(reader)).toEqual([
    { month: '2026-04', articles: 3 },
    { month: '2026-03', articles: 9 },
  ]);
});
