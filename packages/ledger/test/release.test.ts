import { openQueues, type Queues } from '@nashra/queue';
import {
  addPublisher,
  type TestDatabase,
  type TestRedis,
  testDatabase,
  testRedis,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { discover, release, releaseOptions } from '../src/index.ts';

const pace = { HOST_INTERVAL_MS: 1_000, TICK_MS: 1_000, MAX_BACKLOG: 100 };
let database: TestDatabase;
let redis: TestRedis;
let queues: Queues;
let publisherId: number;
let feedId: number;

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
  await sql`truncate nashra.publisher cascade`.execute(database.db);
  const { db } = database;
  publisherId = await addPublisher(db);
  const feed = {
    key: Buffer.alloc(16),
    address: 'https://sahifa.example/feed',
    host: 'sahifa.example',
  };
  feedId = (
    await db
      .insertInto('address')
      .values({ ...feed, publisher_id: publisherId, kind: 'feed', state: 'read' })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id;
});

function see(host: string, count: number, lane: 0 | 1) {
  const sightings = Array.from({ length: count }, (_, at) => ({
    address: `https://${host}/${lane}/${at}`,
    kind: 'article' as const,
    lane,
  }));
  return discover(database.db, sightings, { publisherId, foundIn: feedId, revisitAfterMs: 0 });
}

describe('release', () => {
  it('puts a window of each host’s backlog into Redis, whatever waits behind it', async () => {
    await see('a.example', 500, 1);
    await see('b.example', 3, 1);
    const { db } = database;
    expect(await release(db, queues, releaseOptions(pace))).toBe(12 + 3);
    expect(await release(db, queues, releaseOptions(pace))).toBe(0);
    expect((await queues.counts()).fetch).toMatchObject({ waiting: 2, delayed: 13 });
  });

  it('lets live news pass a full backfill window, without delay', async () => {
    await see('a.example', 500, 1);
    await release(database.db, queues, releaseOptions(pace));
    const { hosts } = await see('a.example', 1, 0);
    expect(await release(database.db, queues, { ...releaseOptions(pace), hosts })).toBe(1);
    expect((await queues.counts()).fetch.waiting).toBe(2);
  });

  it('leaves the addresses of a paused publisher where they are', async () => {
    await see('a.example', 2, 0);
    await database.db.updateTable('publisher').set({ state: 'paused' }).execute();
    expect(await release(database.db, queues, releaseOptions(pace))).toBe(0);
  });

  it('stops while parse has more to do than it should', async () => {
    await see('a.example', 2, 0);
    const jobs = Array.from({ length: 100 }, (_, at) => ({ payload: { addressId: at + 1 } }));
    await queues.pushMany('parse', jobs);
    expect(await release(database.db, queues, releaseOptions(pace))).toBe(0);
  });

  it('releases nothing twice when two release at once', async () => {
    await see('a.example', 12, 0);
    const both = [1, 2].map(() => release(database.db, queues, releaseOptions(pace)));
    const released = await Promise.all(both);
    expect(released.toSorted()).toEqual([0, 12]);
  });
});
