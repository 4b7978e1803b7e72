import { addArticles, type TestDatabase, testDatabase } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findContradiction } from './balance.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await database.db
    .insertInto('publisher')
    .values({ slug: 'a', name: 'a', time_zone: 'UTC' })
    .execute();
});
afterAll(() => database.drop());

const text = (word: string) => ({ publisherId: 1, body: `${word} `.repeat(200) });

it('finds that what lies in the database adds up', async () => {
  await addArticles(database.db, [text('one'), text('two')]);
  expect(await findContradiction(database.db)).toBe(undefined);
});

it('names a text that one publisher has twice', async () => {
  await addArticles(database.db, [text('twice'), text('twice')]);
  expect(await findContradiction(database.db)).toBe('a text twice at one publisher');
});
