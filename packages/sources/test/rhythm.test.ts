import { addFeed, addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claimDueFeeds, listSources, notePoll, pollNow, reckonPace } from '../src/index.ts';
import { readFeedFacts } from '../src/rhythm/feed-facts.ts';

const FEED = 'https://sahifa.example/feed';
let database: TestDatabase;
let addressId: number;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { db } = database;
  await sql`delete from nashra.feed`.execute(db);
  await sql`delete from nashra.pace`.execute(db);
  await sql`delete from nashra.address`.execute(db);
  await sql`delete from nashra.publisher where id > 0`.execute(db);
  addressId = await addFeed(db, FEED, await addPublisher(db), { interval_seconds: 900 });
});

const feed = async () => (await listSources(database.db))[0];

/** A poll that ends now, so many minutes after the one before; time passes by moving the past. */
async function poll(added: number, seen = 20, minutesLater = 15, elsewhere = 0): Promise<void> {
  const { db } = database;
  const past = sql`make_interval(mins => ${minutesLater})`;
  await sql`update nashra.feed set last_polled_at = last_polled_at - ${past}, last_success_at = last_success_at - ${past},
    last_entry_at = last_entry_at - ${past}, strange_at = strange_at - ${past}, next_poll_at = now()`.execute(
    db,
  );
  await db.transaction().execute((tx) => claimDueFeeds(tx, { limit: 10, aheadMs: 0 }));
  const found = {
    title: null,
    seen,
    added,
    elsewhere,
    dated: { entries: 20, spanMs: 20 * 3_600_000 },
  };
  const facts = await readFeedFacts(db, addressId);
  await notePoll(db, addressId, { is: 'read', found, head: {} }, facts);
}

const minutesUntilNext = async () =>
  ((await feed())?.nextPollAt.getTime() ?? 0) / 60_000 - Date.now() / 60_000;

describe('a feed', () => {
  it('is told of where much less comes than its week makes likely, and no more when it comes again', async () => {
    const { db } = database;
    for (let hour = 0; hour < 90; hour += 1) await poll(40, 5_000, 60);
    expect((await feed())?.omissions).toEqual([]);
    for (let hour = 0; hour < 6; hour += 1) await poll(0, 5_000, 60);
    const [omission] = (await feed())?.omissions ?? [];
    expect(omission).toMatchObject({ kind: 'silent', evidence: expect.stringContaining('likely') });
    expect(await feed()).toMatchObject({ health: 'incomplete', evidence: expect.any(String) });
    for (let hour = 0; hour < 8; hour += 1) await poll(40, 5_000, 60);
    expect((await feed())?.omissions).toEqual([]);
    const { rows } = await sql`select from nashra.omission where over_at is not null`.execute(db);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('tells its rate after the first poll, by its dates, and says why it is asked next', async () => {
    expect(await feed()).toMatchObject({ entriesPerDay: null, nextPollWhy: null });
    await poll(20);
    expect((await feed())?.entriesPerDay).toBeCloseTo(24, 0);
    expect((await feed())?.nextPollWhy).toContain('learned week');
    expect(await feed()).toMatchObject({ overflows: 0, health: 'ok', evidence: null });
  });

  it('is asked sooner than another one that brings less, at the pace of all', async () => {
    const { db } = database;
    await poll(20);
    await sql`update nashra.feed set pull = 1`.execute(db);
    await reckonPace(db);
    const alone = (await db.selectFrom('pace').select('pull').executeTakeFirst())?.pull;
    expect(alone).toBeCloseTo(1, 2);
    await sql`update nashra.pace set pull = 0.25`.execute(db);
    await poll(2);
    expect(await minutesUntilNext()).toBeLessThan(6);
    await sql`update nashra.pace set pull = 8`.execute(db);
    await poll(2);
    expect(await minutesUntilNext()).toBeGreaterThan(20);
  });

  it('is asked rarely while its hub, or another feed, tells first what it shows', async () => {
    const { db } = database;
    await poll(20, 200);
    await poll(2, 200);
    const usual = await minutesUntilNext();
    for (let push = 0; push < 5; push += 1) {
      await sql`update nashra.feed set last_success_at = last_success_at - interval '20 minutes'`.execute(
        db,
      );
      await notePoll(db, addressId, { is: 'pushed', added: 2 });
    }
    await poll(0, 200);
    expect((await feed())?.nextPollWhy).toContain('tells first');
    expect((await minutesUntilNext()) / usual).toBeGreaterThan(3);
    await poll(3, 200);
    expect((await minutesUntilNext()) / usual).toBeLessThan(1.5);
    for (let turn = 0; turn < 4; turn += 1) await poll(0, 200, 15, 3);
    expect((await feed())?.nextPollWhy).toContain('tells first');
    expect(await feed()).toMatchObject({ health: 'ok' });
  });

  it('keeps what it was told while it was polled: to be asked now', async () => {
    const { db } = database;
    await poll(20);
    const facts = await readFeedFacts(db, addressId);
    await pollNow(db, FEED, { actor: 'test' });
    await notePoll(db, addressId, { is: 'unchanged', reason: 'not_modified', head: {} }, facts);
    expect(await minutesUntilNext()).toBeLessThan(0.1);
  });

  it('that shows nothing of the poll before is overflowing, with its evidence', async () => {
    await poll(20);
    await poll(3);
    expect(await feed()).toMatchObject({ health: 'ok', overflows: 0 });
    await poll(20);
    expect(await feed()).toMatchObject({ health: 'overflowing', overflows: 1 });
    expect((await feed())?.evidence).toContain('all it showed was new');
  });

  it('that is silent for longer than its week makes likely is silent, before a week has passed', async () => {
    for (let polls = 0; polls < 4; polls += 1) await poll(4);
    await poll(0, 20, 60);
    expect(await feed()).toMatchObject({ health: 'ok' });
    await poll(0, 20, 6 * 24 * 60);
    expect(await feed()).toMatchObject({ health: 'silent' });
    expect((await feed())?.evidence).toContain('nothing new since');
  });

  it('is not asked before its answer has aged, nor in hours that it wants skipped', async () => {
    const { db } = database;
    await poll(20);
    await notePoll(db, addressId, {
      is: 'unchanged',
      reason: 'not_modified',
      head: { 'cache-control': 'max-age=3000' },
    });
    expect(await minutesUntilNext()).toBeCloseTo(50, 0);
    expect((await feed())?.nextPollWhy).toContain('fresh');
  });
});
