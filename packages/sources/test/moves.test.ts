import { readAudit } from '@nashra/audit';
import { addFeed, addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AddressTakenError,
  adoptMoves,
  listSources,
  noteMoves,
  notePoll,
  setSource,
} from '../src/index.ts';

const OLD = 'https://sahifa.example/old';
const NEW = 'https://sahifa.example/new';
const LEARN = { learnMs: 3_600_000, limit: 10 };
const act = { actor: 'test', reason: 'because' };
let database: TestDatabase;
let addressId: number;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { db } = database;
  await sql`delete from nashra.feed`.execute(db);
  await sql`delete from nashra.address`.execute(db);
  await sql`delete from nashra.publisher where id > 0`.execute(db);
  addressId = await addFeed(db, OLD, await addPublisher(db), { interval_seconds: 900 });
});

const feed = async () => (await listSources(database.db))[0];

/** A poll so many minutes after the first one, that was sent there and gave a feed; time passes by moving the past. */
async function poll(movedTo: string | null, minutesLater = 0): Promise<void> {
  const { db } = database;
  const past = sql`make_interval(mins => ${minutesLater})`;
  await sql`update nashra.feed set moved_since = moved_since - ${past}, moved_seen_at = moved_seen_at - ${past},
    last_success_at = last_success_at - ${past}`.execute(db);
  await noteMoves(db, [{ addressId, movedTo }]);
  await notePoll(db, addressId, { is: 'unchanged', reason: 'not_modified', head: {} });
}

describe('a permanent redirect', () => {
  it('is adopted when every poll saw it for long enough, and the audit knows the way back', async () => {
    const { db } = database;
    await poll(NEW);
    await poll(NEW, 40);
    expect(await adoptMoves(db, LEARN)).toBe(0);
    await poll(NEW, 40);
    expect(await adoptMoves(db, LEARN)).toBe(1);
    expect(await feed()).toMatchObject({ address: NEW, addressId });
    const [deed] = await readAudit(db, { limit: 1 });
    expect(deed).toMatchObject({
      actor: 'scheduler',
      action: 'source.move',
      detail: { from: OLD },
    });
    await setSource(db, NEW, { address: OLD }, act);
    expect(await feed()).toMatchObject({ address: OLD, addressId });
  });

  it('is forgotten when a poll finds the feed where it was', async () => {
    const { db } = database;
    await poll(NEW);
    await poll(null, 40);
    await poll(NEW, 40);
    await poll(NEW, 40);
    expect(await adoptMoves(db, LEARN)).toBe(0);
  });

  it('is not adopted to an address that another row has', async () => {
    const { db } = database;
    await addFeed(db, NEW, await addPublisher(db, { slug: 'other', name: 'Other' }));
    await poll(NEW);
    await poll(NEW, 90);
    expect(await adoptMoves(db, LEARN)).toBe(0);
    await expect(setSource(db, OLD, { address: NEW }, act)).rejects.toThrow(AddressTakenError);
    expect(
      await db.selectFrom('feed').select('address').where('address', '=', OLD).execute(),
    ).toHaveLength(1);
  });
});

it('is not adopted while what the last poll was sent to has not been read', async () => {
  const { db } = database;
  await poll(NEW);
  await poll(NEW, 90);
  await sql`update nashra.feed set last_success_at = moved_seen_at - interval '1 second'`.execute(
    db,
  );
  expect(await adoptMoves(db, LEARN)).toBe(0);
});

describe('a failed poll', () => {
  const pauseAfter = async (reason: 'dns' | 'gone', waitMs?: number) => {
    await notePoll(database.db, addressId, { is: 'failed', reason, waitMs });
    return Math.round(((await feed())?.nextPollAt.getTime() ?? 0) - Date.now()) / 1_000;
  };

  it('is followed by a short pause where the cause may pass, which doubles', async () => {
    for (const seconds of [60, 120, 240]) {
      const pause = await pauseAfter('dns');
      expect(pause).toBeGreaterThan(seconds * 0.9);
      expect(pause).toBeLessThan(seconds * 1.1);
    }
  });

  it('is followed by the feed’s own interval where the server refuses, and by what it asks for', async () => {
    expect(await pauseAfter('gone')).toBeGreaterThan(800);
    expect(await pauseAfter('dns', 86_400_000)).toBeGreaterThan(86_000);
  });
});
