import { openQueues, type Queues } from '@nashra/queue';
import {
  addPublisher,
  type TestDatabase,
  type TestRedis,
  testDatabase,
  testRedis,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findReplayable, move, quarantine, reconcile, replay } from '../src/index.ts';

let database: TestDatabase;
let redis: TestRedis;
let queues: Queues;
let addressId: number;
const options = { graceMs: 0, intervalMs: 1_000, limit: 1_000, maxRescues: 2 };

beforeAll(async () => {
  database = await testDatabase();
  redis = testRedis();
  queues = openQueues({ redisUrl: redis.url, prefix: redis.prefix });
});
afterAll(async () => {
  await queues[Symbol.asyncDispose]();
  await redis.clear();
  await database.drop();
});
beforeEach(async () => {
  await redis.clear();
  const { db } = database;
  await sql`truncate nashra.publisher cascade`.execute(db);
  const id = await addPublisher(db);
  const row = await db
    .insertInto('address')
    .values({
      key: Buffer.alloc(16, 1),
      address: 'https://sahifa.example/1',
      host: 'sahifa.example',
      publisher_id: id,
      kind: 'article',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  addressId = row.id;
});

afterEach(() => {
  vi.useRealTimers();
});

const put = (state: 'queued' | 'fetched' | 'parsed' | 'decided') =>
  move(database.db, { ids: [addressId], from: ['waiting'], to: state });
const row = () =>
  database.db
    .selectFrom('address')
    .selectAll()
    .where('id', '=', addressId)
    .executeTakeFirstOrThrow();

describe('reconcile', () => {
  it.each([
    ['queued', 'fetch'],
    ['fetched', 'parse'],
    ['parsed', 'dedupe'],
    ['decided', 'index'],
  ] as const)('gives a %s address without a job its %s job again', async (state, queue) => {
    await put(state);
    expect(await reconcile(database.db, queues, options)).toMatchObject({ rescued: 1 });
    expect(await queues.live(queue, [String(addressId)])).toEqual(new Set([String(addressId)]));
    expect((await row()).history.at(-1)).toEqual([expect.any(Number), state, 'rescued']);
  });

  it('leaves an address alone whose job still waits', async () => {
    await put('queued');
    await queues.push('fetch', { addressId });
    expect(await reconcile(database.db, queues, options)).toEqual({
      seen: 1,
      rescued: 0,
      quarantined: 0,
    });
  });

  it.each([
    ['an hour slow', -3_600_000, 0, 1],
    ['an hour fast', 3_600_000, 60_000, 0],
  ])(
    'keeps to the database’s time where its own clock is %s',
    async (_, aside, graceMs, rescued) => {
      await put('queued');
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + aside });
      expect(await reconcile(database.db, queues, { ...options, graceMs })).toMatchObject({
        rescued,
      });
    },
  );

  it('gives up on an address whose jobs are lost again and again', async () => {
    await put('parsed');
    for (let pass = 0; pass < 3; pass += 1) {
      await redis.clear();
      await reconcile(database.db, queues, options);
    }
    expect(await row()).toMatchObject({ state: 'quarantined', reason: 'lost_too_often' });
  });
});

describe('quarantine and replay', () => {
  it('keeps a job that fits no contract, and touches no address', async () => {
    const job = { payload: { nonsense: true }, code: 'PAYLOAD_INVALID', message: '', jobId: '1' };
    await quarantine(database.db, 'parse', job);
    const kept = await database.db.selectFrom('quarantine').selectAll().executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ queue: 'parse', payload: { nonsense: true }, address_id: null });
    expect((await row()).state).toBe('waiting');
  });

  it('ends the flight of the address, from where it can be replayed', async () => {
    await put('parsed');
    const job = { payload: { addressId }, code: 'STALLED', message: 'x', jobId: '1' };
    await quarantine(database.db, 'dedupe', job);
    expect(await row()).toMatchObject({ state: 'quarantined', reason: 'stalled' });
    const ids = await findReplayable(database.db, { reasons: ['stalled'], limit: 10 });
    expect(await replay(database.db, ids, 'fetch')).toEqual([addressId]);
    expect(await row()).toMatchObject({ state: 'waiting', reason: 'replay' });
  });

  it('replays from stored bytes only what has some', async () => {
    await put('fetched');
    await move(database.db, {
      ids: [addressId],
      from: ['fetched'],
      to: 'dropped',
      reason: 'empty_body',
    });
    expect(await replay(database.db, [addressId], 'parse')).toEqual([]);
    await database.db
      .updateTable('address')
      .set({ blob_sha256: Buffer.alloc(32) })
      .execute();
    expect(await replay(database.db, [addressId], 'parse')).toEqual([addressId]);
  });
});

it('moves an address only from the state it was read in, and remembers the last forty steps', async () => {
  const { db } = database;
  expect(await move(db, { ids: [addressId], from: ['parsed'], to: 'decided' })).toEqual([]);
  for (let step = 0; step < 50; step += 1) {
    await move(db, { ids: [addressId], from: ['waiting'], to: 'waiting', reason: 'ingest' });
  }
  expect((await row()).history).toHaveLength(40);
});
