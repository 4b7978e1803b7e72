import { removeArticle, withdrawArticle } from '@nashra/articles';
import { idOfAge } from '@nashra/ledger';
import {
  addArticle,
  addPublisher,
  clearRows,
  putAddress,
  type TestDatabase,
  testDatabase,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { followWithdrawals, recheck } from '../src/index.ts';

let database: TestDatabase;
let publisherId: number;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await clearRows(database.db);
  publisherId = await addPublisher(database.db);
});

const hours = [1, 24];
const now = () => new Date().toISOString();

/** Articles as they stand when they have been indexed; the ids of their addresses. */
async function indexed(count: number, revised = 0): Promise<{ id: number; addressId: number }[]> {
  const { db } = database;
  const all = [];
  for (let n = 0; n < count; n += 1) {
    const id = await addArticle(db, { publisherId, publishedAt: now() });
    if (n < revised)
      await addArticle(db, {
        publisherId,
        publishedAt: now(),
        revises: id,
        body: `Corrected ${n}.`,
      });
    const { address_id: addressId } = await db
      .selectFrom('article')
      .select('address_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await putAddress(db, addressId, 'indexed');
    await db.updateTable('address').set({ article_id: id }).where('id', '=', addressId).execute();
    all.push({ id, addressId });
  }
  return all;
}

const waiting = async () => {
  const { rows } = await sql<{
    id: number;
  }>`select address_id as id from nashra.flight where reason = 'recheck' order by 1`.execute(
    database.db,
  );
  return rows.map(({ id }) => id);
};

it('begins with what reaches an age from now on', async () => {
  await indexed(3);
  const first = await recheck(database.db, { hours, cursor: null, limit: 10 });
  expect(first.gone).toBe(0);
  const hour = await idOfAge(database.db, 3_600_000);
  expect(first.cursor['1']).toBeLessThanOrEqual(hour);
});

it('looks again at all pages of a publisher that corrects, once at each age, behind the news', async () => {
  const { db } = database;
  const pages = await indexed(5, 1);
  // A page is as old as its id says: a look at the age of nothing is a look at all of them.
  const old = { hours: [1e-9], cursor: { '1e-9': 0 }, limit: 3 };
  const first = await recheck(db, old);
  expect(first.gone).toBe(3);
  const second = await recheck(db, { ...old, cursor: first.cursor });
  expect(second.gone).toBe(2);
  expect(await waiting()).toEqual(pages.map(({ addressId }) => addressId));
  expect((await recheck(db, { ...old, cursor: second.cursor })).gone).toBe(0);
  const { rows } = await sql<{
    lane: number;
  }>`select distinct lane from nashra.flight where reason = 'recheck'`.execute(db);
  expect(rows).toEqual([{ lane: 1 }]);
});

it('looks at a sample of one that does not', async () => {
  await indexed(40);
  const { gone } = await recheck(database.db, { hours: [1e-9], cursor: { '1e-9': 0 }, limit: 100 });
  expect(gone).toBeLessThan(20);
});

it('takes down what its publisher took away, and shows it again when its page is back', async () => {
  const { db } = database;
  const [gone, lost, moment, operator] = await indexed(4);
  const shown = async () => {
    const { rows } = await sql<{ id: number }>`select id from reader.articles order by id`.execute(
      db,
    );
    return rows.map(({ id }) => id);
  };
  await putAddress(db, gone?.addressId ?? 0, 'dropped', 'gone');
  for (const page of [lost, moment]) {
    await db
      .updateTable('address')
      .set({ vain: 4 })
      .where('id', '=', page?.addressId ?? 0)
      .execute();
    await putAddress(db, page?.addressId ?? 0, 'dropped', 'not_found');
  }
  await sql`update nashra.failure set first_at = last_at - interval '5 hours' where address_id = ${lost?.addressId}`.execute(
    db,
  );
  await removeArticle(db, { actor: 'test' }, operator?.id ?? 0);
  const first = await followWithdrawals(db, { cursor: null, limit: 10 });
  expect(first.turned).toBe(2);
  expect(await shown()).toEqual([moment?.id]);
  expect((await followWithdrawals(db, { cursor: first.cursor, limit: 10 })).turned).toBe(0);
  await putAddress(db, lost?.addressId ?? 0, 'known', 'unchanged');
  expect((await followWithdrawals(db, { cursor: first.cursor, limit: 10 })).turned).toBe(1);
  expect(await shown()).toEqual([lost?.id, moment?.id]);
  const { rows } =
    await sql`select kind, cause from nashra.change where kind like 'article_re%' and cause = 'source' order by seq`.execute(
      db,
    );
  expect(rows).toEqual([
    { kind: 'article_removed', cause: 'source' },
    { kind: 'article_removed', cause: 'source' },
    { kind: 'article_restored', cause: 'source' },
  ]);
  expect(await withdrawArticle(db, operator?.id ?? 0)).toBe(false);
});

it('takes down all that went at one instant, in however small steps', async () => {
  const { db } = database;
  for (const { addressId } of await indexed(3)) await putAddress(db, addressId, 'dropped', 'gone');
  await sql`update nashra.failure set last_at = now()`.execute(db);
  let cursor = null;
  for (const turned of [2, 1, 0]) {
    const step: Awaited<ReturnType<typeof followWithdrawals>> = await followWithdrawals(db, {
      cursor,
      limit: 2,
    });
    expect(step.turned).toBe(turned);
    cursor = step.cursor;
  }
});
