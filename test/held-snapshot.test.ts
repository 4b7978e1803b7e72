import {
  claimAll,
  keepTellings,
  reserveIds,
  saveDrafts,
  type Told,
  writeArticles,
} from '@nashra/articles';
import type { Db, Queryable } from '@nashra/db';
import {
  addAddress,
  addArticles,
  addPublisher,
  draftOf,
  type TestDatabase,
  testDatabase,
} from '@nashra/testkit';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';

const GONE = 1_000;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Writes one article as the stages do, in the caller's transaction. */
async function writeOne(tx: Queryable, publisherId: number): Promise<void> {
  const address = 'https://a.example/last';
  const addressId = await addAddress(tx as Db, address, publisherId, { state: 'decided' });
  await saveDrafts(tx, [{ addressId, address, guidKey: null, draft: draftOf() }]);
  const [articleId = 0, storyId = 0] = await reserveIds(tx, 2);
  const decision = { kind: 'new', articleId, storyId, copyOf: null } as const;
  await claimAll(tx, [{ addressId, publisherId, decision, keys: [] }]);
  const told: Told = {
    addressId,
    articleId,
    storyId,
    publishedAt: Date.UTC(2026, 2, 1),
    isStated: true,
    rule: '1',
    like: null,
    isRevision: false,
  };
  await keepTellings(tx, [told], [], { crowded: [], memoryDays: 7 });
  await writeArticles(tx, [addressId]);
}

/** That this session has looked at since it told of them. */
async function blocksOfDrafts(tx: Queryable): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select pg_stat_get_xact_blocks_fetched('nashra.draft'::regclass)::int as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

it('does not walk drafts that are gone, which somebody who reads for long keeps from being cleared', async () => {
  const { db, url } = database;
  const publisherId = await addPublisher(db);
  const reader = new pg.Client(url);
  await reader.connect();
  await reader.query('begin isolation level repeatable read; select 1');
  try {
    for (let written = 0; written < GONE; written += 100)
      await addArticles(
        db,
        Array.from({ length: 100 }, () => ({ publisherId })),
      );
    // Which tells the planner that there are none.
    await sql`vacuum analyze nashra.draft`.execute(db);
    const blocks = await db.transaction().execute(async (tx) => {
      const before = await blocksOfDrafts(tx);
      await writeOne(tx, publisherId);
      return (await blocksOfDrafts(tx)) - before;
    });
    expect(blocks).toBeGreaterThan(0);
    expect(blocks).toBeLessThan(GONE / 10);
  } finally {
    await reader.end();
  }
});
