import { readPast, readYields } from '@nashra/articles';
import { addArticles, addPublisher, image, type TestDatabase, testDatabase } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('says what a publisher has brought of late, and how complete it is', async () => {
  const { db } = database;
  const publisherId = await addPublisher(db);
  const nobody = await addPublisher(db, { slug: 'nobody', name: 'Nobody' });
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const picture = image('https://a.example/1.jpg');
  await addArticles(db, [
    { publisherId, title: 'One', publishedAt: ago(1), authors: ['Amina'], images: [picture] },
    { publisherId, title: 'Two', publishedAt: ago(30), authors: [] },
  ]);
  const yields = await readYields(db, [publisherId, nobody]);
  expect(yields.get(publisherId)).toMatchObject({ of: 2, fields: { authors: 0.5, image: 0.5 } });
  expect(yields.get(publisherId)?.perDay.slice(-2)).toEqual([1, 1]);
  expect(yields.get(nobody)).toMatchObject({ of: 0, copies: 0, lag: null });
});

it('tells the past of an article: revisions, changes with their causes, and why it is in its story', async () => {
  const { db } = database;
  const publisherId = await addPublisher(db, { slug: 'third' });
  const [id = 0] = await addArticles(db, [{ publisherId, title: 'Three' }]);
  const past = await readPast(db, id);
  expect(past?.revisions).toMatchObject([{ number: 1, title: 'Three' }]);
  expect(past?.changes).toMatchObject([{ kind: 'article_created', cause: 'source' }]);
  expect(await readPast(db, 1)).toBeNull();
});
