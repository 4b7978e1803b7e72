import { foldTally, readTally, tally } from '@nashra/db';
import { type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 });
});
afterAll(() => database.drop());

const rows = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from nashra.tally`.execute(database.db))
    .rows[0]?.n;

it('counts the same while it is folded, whoever counts and folds at the same time', async () => {
  const { db } = database;
  const before = (await readTally(db)).get('articles') ?? 0;
  const counting = Array.from({ length: 200 }, (_, at) =>
    tally(db, { articles: at % 4 === 0 ? -1 : 1, images: 0 }),
  );
  const folding = Array.from({ length: 10 }, () => foldTally(db, 1_000));
  await Promise.all([...counting, ...folding]);
  expect((await readTally(db)).get('articles')).toBe(before + 100);
  await foldTally(db, 1_000);
  expect((await readTally(db)).get('articles')).toBe(before + 100);
  expect(await rows()).toBeLessThanOrEqual((await readTally(db)).size);
});

it('takes back what was counted with what was not committed', async () => {
  const { db } = database;
  const before = await readTally(db);
  const undone = db.transaction().execute(async (tx) => {
    await tally(tx, { stories: 7 });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await readTally(db)).toEqual(before);
});
