import { addFeed, addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { begin, depart, discover, land, plannedLooks, readdress, takeAgain } from '../src/index.ts';

const FIRST_MS = 60_000;
let database: TestDatabase;
let publisherId: number;
let feedId: number;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { db } = database;
  await sql`truncate nashra.publisher cascade`.execute(database.owner);
  await sql`delete from nashra.flight`.execute(db);
  publisherId = await addPublisher(db);
  feedId = await addFeed(db, 'https://sahifa.example/feed', publisherId);
});

async function enter(
  name = '1',
  lane: 0 | 1 = 0,
  kind: 'article' | 'sitemap' = 'article',
): Promise<number> {
  const address = `https://sahifa.example/${name}`;
  const page = { address, publisherId, kind, lane, foundIn: feedId } as const;
  const [begun] = await begin(database.db, [page], { waiting: 'waiting' });
  return begun?.id ?? 0;
}

/** A flight that ends so; then the seconds until the next look, or null. */
async function end(
  id: number,
  { to = 'dropped', waitMs = 0, firstMs = FIRST_MS as number | null } = {},
) {
  const { db } = database;
  const rows = [{ id, waitMs, set: { again_ms: firstMs } }];
  const reason = to === 'dropped' ? 'not_found' : null;
  await land(db, { from: ['waiting'], to, reason, rows, holds: to !== 'dropped' });
  return await secondsTo(id);
}

async function secondsTo(id: number): Promise<number | null> {
  const { rows } = await sql<{ s: number | null }>`
    select extract(epoch from again_at - now())::float8 as s from nashra.address where id = ${id}`.execute(
    database.db,
  );
  return rows[0]?.s ?? null;
}

const again = (id: number) =>
  depart(database.db, {
    ids: [id],
    from: ['dropped', 'indexed'],
    to: { waiting: 'waiting' },
    reason: 'again',
  });

const see = (names: readonly string[], isWhole = true) =>
  discover(
    database.db,
    names.map((name) => ({ address: `https://sahifa.example/${name}`, kind: 'article', lane: 0 })),
    {
      publisherId,
      foundIn: feedId,
      isWhole,
      revisitAfterMs: 0,
      articlesOf: async () => [],
      waiting: 'waiting',
      revisitable: ['dropped'],
    },
  );

describe('an address that came to nothing for now', () => {
  it('is looked at again after pauses that double, up to a day, and is given up after twenty', async () => {
    const id = await enter();
    const pauses: (number | null)[] = [];
    for (let look = 0; look < 20; look++) {
      if (look > 0) await again(id);
      pauses.push(await end(id));
    }
    const expected = Array.from({ length: 19 }, (_, at) => Math.min(60 * 2 ** at, 86_400));
    for (const [at, pause] of pauses.slice(0, -1).entries()) {
      expect(pause).toBeGreaterThan((expected[at] ?? 0) * 0.94);
      expect(pause).toBeLessThan((expected[at] ?? 0) * 1.06);
    }
    expect(pauses.at(-1)).toBeNull();
  });

  it('waits as long as its host asked, if that is longer', async () => {
    expect(await end(await enter(), { waitMs: 7_200_000 })).toBeGreaterThan(7_190);
  });

  it('begins anew once it came to something', async () => {
    const id = await enter();
    await end(id);
    await again(id);
    expect(await end(id, { to: 'indexed', firstMs: null })).toBeNull();
    await again(id);
    expect(await end(id)).toBeLessThan(64);
  });

  it('is given up sooner where it may wait, and by a reason that does not pass at once', async () => {
    const id = await enter('old', 1);
    for (let look = 0; look < 5; look++) {
      expect(await end(id)).not.toBeNull();
      await depart(database.db, {
        ids: [id],
        from: ['dropped'],
        to: { waiting: 'waiting' },
        reason: 'again',
        lane: 1,
      });
    }
    expect(await end(id)).toBeNull();
    expect(await end(await enter('gone'), { firstMs: null })).toBeNull();
  });

  it('is asked for as long as news where it is a sitemap, whose news nobody else may list', async () => {
    const id = await enter('sitemap.xml', 1, 'sitemap');
    for (let look = 0; look < 19; look++) {
      expect(await end(id)).not.toBeNull();
      await again(id);
    }
    expect(await end(id)).toBeNull();
  });

  it('is taken when its time has come, by one of several who ask, and counted until then', async () => {
    const { db } = database;
    const id = await enter();
    await end(id);
    expect(await takeAgain(db, 10)).toEqual([]);
    expect(await plannedLooks(db)).toEqual({ addresses: 1, next: expect.any(Date) });
    await sql`update nashra.address set again_at = now() where id = ${id}`.execute(db);
    const taken = await Promise.all([takeAgain(db, 10), takeAgain(db, 10)]);
    expect(taken.flat()).toEqual([{ id, lane: 0 }]);
    expect(await plannedLooks(db)).toEqual({ addresses: 0, next: null });
  });

  it('gets the planned look and one more when nothing lists it any more', async () => {
    const id = await enter('short');
    await see(['short', 'other']);
    await end(id);
    await see(['other']);
    await again(id);
    expect(await end(id)).not.toBeNull();
    await again(id);
    expect(await end(id)).toBeNull();
  });

  it.each(['unchanged', 'not_modified'] as const)(
    'is looked at as often as it was to be where it was read, though it stays as it is: %s',
    async (reason) => {
      const id = await enter();
      expect(await end(id, { to: 'indexed' })).not.toBeNull();
      const looks: (number | null)[] = [];
      for (let look = 0; look < 5; look++) {
        const from = ['indexed', 'known'];
        const to = { waiting: 'waiting' };
        await depart(database.db, { ids: [id], from, to, reason: 'again', againMs: FIRST_MS });
        const landing = { from: ['waiting'], to: 'known', reason, holds: true } as const;
        await land(database.db, { ...landing, rows: [{ id }] });
        looks.push(await secondsTo(id));
      }
      expect(looks.map((it) => it !== null)).toEqual([true, true, true, true, false]);
    },
  );

  it('is not looked at for ever where it stays a copy of one article', async () => {
    const id = await enter();
    const looks: (number | null)[] = [];
    for (let look = 0; look < 6; look++) {
      const rows = [{ id, set: { again_ms: FIRST_MS, article_id: 7 } }];
      await land(database.db, {
        from: ['waiting'],
        to: 'known',
        reason: 'copy',
        rows,
        holds: true,
      });
      looks.push(await secondsTo(id));
      const to = { waiting: 'waiting' };
      await depart(database.db, { ids: [id], from: ['known'], to, reason: 'again' });
    }
    expect(looks.map((it) => it !== null)).toEqual([true, true, true, true, true, false]);
  });

  it('is not taken for unlisted by a document that came in part', async () => {
    const id = await enter('short');
    await end(id);
    await see(['other'], false);
    for (const _ of [1, 2, 3]) {
      await again(id);
      expect(await end(id)).not.toBeNull();
    }
  });
});

it('gives a row another address, unless another row has it', async () => {
  const { db } = database;
  const [one, two] = [await enter('one'), await enter('two')];
  expect(await readdress(db, one, 'https://sahifa.example/two')).toBe(false);
  expect(await readdress(db, one, 'https://other.example/one')).toBe(true);
  const rows = await db
    .selectFrom('address')
    .select(['id', 'host'])
    .where('kind', '=', 'article')
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    { id: one, host: 'other.example' },
    { id: two, host: 'sahifa.example' },
  ]);
});
