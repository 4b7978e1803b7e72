import { readAudit } from '@nashra/audit';
import { addFeed, addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AccessError,
  listSources,
  NoSuchSourceError,
  pollNow,
  removeSource,
  setAccess,
  setSourceState,
} from '../src/index.ts';

const act = { actor: 'test', reason: 'because' };
const FEED = 'https://sahifa.example/feed';
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  const { db } = database;
  await sql`delete from nashra.feed`.execute(db);
  await sql`delete from nashra.address`.execute(db);
  await sql`delete from nashra.publisher where id > 0`.execute(db);
  await sql`delete from nashra.audit`.execute(db);
  await addFeed(db, FEED, await addPublisher(db), { failures: 3 });
});

const feed = async () => (await listSources(database.db))[0];
const lastDeed = async () => (await readAudit(database.db, { limit: 1 }))[0];

describe('an operator', () => {
  it('pauses and resumes a publisher by its slug, one feed by its address', async () => {
    const { db } = database;
    expect(await setSourceState(db, 'sahifa', 'paused', act)).toBe('الصحيفة');
    expect(await feed()).toMatchObject({ publisherState: 'paused', health: 'paused' });
    await setSourceState(db, 'sahifa', 'active', act);
    expect(await setSourceState(db, `${FEED}?utm_source=x`, 'paused', act)).toBe(FEED);
    expect(await feed()).toMatchObject({ state: 'paused', publisherState: 'active' });
    expect(await lastDeed()).toMatchObject({
      actor: 'test',
      reason: 'because',
      action: 'source.pause',
    });
  });

  it('has a feed polled now that was to rest', async () => {
    const { db } = database;
    await sql`update nashra.feed set next_poll_at = now() + interval '1 day'`.execute(db);
    expect(await pollNow(db, 'sahifa', act)).toBe(1);
    expect((await feed())?.nextPollAt.getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
    expect(await lastDeed()).toMatchObject({ action: 'source.poll', detail: { feeds: 1 } });
  });

  it('says what a source is asked with, shows its names alone, and takes it back', async () => {
    const { db } = database;
    const key = 'a key of sixteen letters';
    const headers = { Cookie: 'session=hidden', 'X-Key': 'env:SOURCE_KEY' };
    const names = await setAccess(db, 'sahifa', { change: { headers }, key }, act);
    expect(names).toEqual(['cookie', 'x-key']);
    expect(await feed()).toMatchObject({ askedWith: names });
    expect(await lastDeed()).toMatchObject({ action: 'source.access', subject: 'sahifa' });
    const { rows } = await sql`select said, a from nashra.access, nashra.audit a`.execute(db);
    expect(JSON.stringify(rows)).toContain('SOURCE_KEY');
    expect(JSON.stringify(rows)).not.toContain('hidden');
    const own = { change: { basic: 'a:b' }, key };
    expect(await setAccess(db, FEED, own, act)).toEqual(['login']);
    expect(await feed()).toMatchObject({ askedWith: ['login'] });
    expect(await setAccess(db, FEED, 'undo', act)).toEqual([]);
    expect(await setAccess(db, FEED, 'undo', act)).toEqual(['login']);
    expect(await setAccess(db, FEED, 'forget', act)).toEqual([]);
    expect(await setAccess(db, 'sahifa', 'undo', act)).toEqual([]);
    await expect(
      setAccess(db, FEED, { change: { basic: 'a:b' }, key: undefined }, act),
    ).rejects.toThrow(AccessError);
  });

  it('removes a source, what came from it stays, and the audit knows how to undo it', async () => {
    const { db } = database;
    expect(await removeSource(db, FEED, act)).toEqual({ feeds: 1 });
    expect(await listSources(db)).toEqual([]);
    expect(await db.selectFrom('address').select('address').execute()).toEqual([{ address: FEED }]);
    const detail = { feeds: [{ address: FEED, intervalSeconds: 900 }] };
    expect(await lastDeed()).toMatchObject({ action: 'source.remove', detail });
  });

  it('is told when there is no such source, and nothing is written down', async () => {
    await expect(pollNow(database.db, 'nobody', act)).rejects.toThrow(NoSuchSourceError);
    expect(await lastDeed()).toBeUndefined();
  });
});
