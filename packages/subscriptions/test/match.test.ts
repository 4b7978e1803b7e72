import { removeArticle, restoreArticle } from '@nashra/articles';
import { runTask } from '@nashra/db';
import { asReader, matchesAfter, search } from '@nashra/reader';
import {
  matching,
  removeQuery,
  renewQueries,
  SavedQueryError,
  saveQuery,
  sweepMatches,
} from '@nashra/subscriptions';
import { addArticle, addArticles, addPublisher, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

const database = await testDatabase();
const { db } = database;
const reader = asReader(db);
const act = { actor: 'test' };
let publisherId = 0;

beforeAll(async () => {
  publisherId = await addPublisher(db, { slug: 'sahifa', name: 'الصحيفة' });
  // It begins with what comes after its first run.
  await addArticle(db, { publisherId, title: 'المحروقات قبل السؤال' });
  await match();
});

afterAll(() => database.drop());

async function match(): Promise<void> {
  while (await runTask(db, matching));
}

const save = (name: string, query: string, more: object = {}) =>
  saveQuery(db, act, { name, query, ...more });

async function told(query: string) {
  const matches = await matchesAfter(reader, { query, after: 0, limit: 100 });
  return matches.map(({ event, articleId }) => [event, articleId]);
}

it('finds what comes after it was asked, once, however often it is revised', async () => {
  await save('fuel', 'أسعار المحروقات');
  const id = await addArticle(db, { publisherId, title: 'ارتفاع أسعار المحروقات' });
  await addArticle(db, { publisherId, title: 'أخبار الرياضة' });
  await match();
  await addArticle(db, { publisherId, revises: id, title: 'ارتفاع جديد في أسعار المحروقات' });
  await match();
  expect(await told('fuel')).toEqual([['match', id]]);
});

it('finds an article that comes to answer by a revision', async () => {
  await save('strike', 'إضراب');
  const id = await addArticle(db, { publisherId, title: 'اجتماع النقابات' });
  await match();
  expect(await told('strike')).toEqual([]);
  await addArticle(db, { publisherId, revises: id, title: 'النقابات تقرر الإضراب' });
  await match();
  expect(await told('strike')).toEqual([['match', id]]);
});

it('says so when an article is taken down, and again when it is shown', async () => {
  await save('flood', 'فيضانات');
  const id = await addArticle(db, { publisherId, title: 'فيضانات في الجنوب' });
  await match();
  await db.transaction().execute((tx) => removeArticle(tx, act, id));
  await match();
  await db.transaction().execute((tx) => restoreArticle(tx, act, id));
  await match();
  expect(await told('flood')).toEqual([
    ['match', id],
    ['removed', id],
    ['match', id],
  ]);
});

it('asks only of the language and the publisher that were named, also of one who comes later', async () => {
  await save('budget-fr', 'budget', { language: 'fr' });
  await save('budget-of', 'budget', { publisher: 'later' });
  await save('budget-said', 'budget publisher:later');
  const laterId = await addPublisher(db, { slug: 'later', name: 'Later' });
  for (let after: number | null = 0; after !== null; ) after = await renewQueries(db, after, 2);
  const [french, english, swiss] = await addArticles(db, [
    { publisherId, language: 'fr', title: 'Le budget est voté' },
    { publisherId: laterId, language: 'en', title: 'The budget passes' },
    { publisherId, language: 'fr-CH', title: 'Un budget de plus' },
  ]);
  await match();
  expect(await told('budget-fr')).toEqual([
    ['match', french],
    ['match', swiss],
  ]);
  expect(await told('budget-of')).toEqual([['match', english]]);
  expect(await told('budget-said')).toEqual([['match', english]]);
});

it('forgets a query with what it found', async () => {
  await save('gone', 'كلمة');
  await removeQuery(db, act, 'gone');
  expect(await told('gone')).toEqual([]);
  await expect(removeQuery(db, act, 'gone')).rejects.toThrow(SavedQueryError);
});

it.each([
  ['Bad Name', 'x'],
  ['fuel', 'taken'],
  ['nothing', '  '],
  ['nothing', 'x'.repeat(501)],
])('refuses %s %s', async (name, query) => {
  await expect(save(name, query)).rejects.toThrow(SavedQueryError);
});

it('forgets matches with the changes they came by', async () => {
  const before = await matchesAfter(reader, { after: 0, limit: 100 });
  expect(await sweepMatches(db, 100)).toBe(0);
  const keptAfter = before.at(-1)?.seq ?? 0;
  await sql`insert into nashra.maintenance (task, cursor) values ('changes', ${String(keptAfter)})
    on conflict (task) do update set cursor = excluded.cursor`.execute(db);
  expect(await sweepMatches(db, 100)).toBeGreaterThan(before.length);
  expect(await matchesAfter(reader, { after: 0, limit: 100 })).toEqual([]);
});

it('finds what search finds, for questions of every kind', async () => {
  const words =
    'أسعار القمح الخبز الماء سوق فلاح école marché prix blé eau pluie farmer water price'.split(
      ' ',
    );
  const pick = (n: number, seed: number) => words[(seed * 7 + n * n * 3 + n) % words.length] ?? '';
  const questions = [
    ...words.slice(0, 8),
    ...[0, 1, 2, 3].map((n) => `${pick(n, 1)} ${pick(n, 4)}`),
    ...[0, 1, 2].map((n) => `"${pick(n, 2)} ${pick(n, 3)}"`),
    ...[0, 1, 2].map((n) => `${pick(n, 5)} -${pick(n, 6)}`),
    'المحرو*',
    'publisher:sahifa القمح',
  ];
  for (const [n, question] of questions.entries()) await save(`kind-${n}`, question);
  const ids = await addArticles(
    db,
    Array.from({ length: 60 }, (_, n) => ({
      publisherId,
      language: n % 3 === 0 ? 'ar' : n % 3 === 1 ? 'fr' : 'en',
      title: `${pick(n, 1)} ${pick(n, 2)}`,
      body: [3, 4, 5].map((seed) => pick(n, seed)).join(' '),
    })),
  );
  await match();
  for (const [n, question] of questions.entries()) {
    const found = await search(reader, question, { limit: 1_000 });
    const expected = found.map(({ id }) => id).filter((id) => ids.includes(id));
    const matched = (await told(`kind-${n}`)).map(([, id]) => id as number);
    expect([question, matched.toSorted()]).toEqual([question, expected.toSorted()]);
  }
});
