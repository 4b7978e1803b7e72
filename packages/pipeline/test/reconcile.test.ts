import { journalOf } from '@nashra/ledger';
import { addAddress, addPublisher, putAddress } from '@nashra/testkit';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { reconcile, way } from '../src/index.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
let addressId: number;
const options = { graceMs: 0, intervalMs: 1_000, limit: 1_000, maxRescues: 2 };

beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand[Symbol.asyncDispose]());
beforeEach(async () => {
  await stand.clear();
  const publisherId = await addPublisher(stand.db);
  addressId = await addAddress(stand.db, 'https://sahifa.example/1', publisherId);
});
afterEach(() => {
  vi.useRealTimers();
});

const put = (state: string) => putAddress(stand.db, addressId, state);
const row = () =>
  stand.db.selectFrom('address').selectAll().where('id', '=', addressId).executeTakeFirstOrThrow();

describe('reconcile', () => {
  it.each(way.map(({ takes, name }) => [takes, name] as const))(
    'gives a %s address without a job its %s job again',
    async (state, queue) => {
      await put(state);
      expect(await reconcile(stand, options)).toMatchObject({ rescued: 1 });
      expect(await stand.queues.live(queue, [String(addressId)])).toEqual(
        new Set([String(addressId)]),
      );
      expect((await journalOf(stand.db, addressId, 10)).at(-1)).toMatchObject({
        state,
        reason: 'rescued',
      });
    },
  );

  it('leaves an address alone whose job still waits', async () => {
    await put('queued');
    await stand.queues.push('fetch', { addressId });
    expect(await reconcile(stand, options)).toEqual({ seen: 1, rescued: 0, quarantined: 0 });
  });

  it.each([
    ['an hour slow', -3_600_000, 0, 1],
    ['an hour fast', 3_600_000, 60_000, 0],
  ])(
    'keeps to the database’s time where its own clock is %s',
    async (_, aside, graceMs, rescued) => {
      await put('queued');
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + aside });
      expect(await reconcile(stand, { ...options, graceMs })).toMatchObject({ rescued });
    },
  );

  it('gives up on an address whose jobs are lost again and again, as any job is given up', async () => {
    await put('parsed');
    for (let pass = 0; pass < 3; pass += 1) {
      await stand.redis.clear();
      await reconcile(stand, options);
    }
    expect(await row()).toMatchObject({ state: 'quarantined', reason: 'lost_too_often' });
    const kept = await stand.db.selectFrom('quarantine').selectAll().execute();
    expect(kept).toMatchObject([
      { code: 'LOST_TOO_OFTEN', queue: 'dedupe', address_id: addressId },
    ]);
  });
});

describe('a job is alive only while it stands in a list and has its data', () => {
  const base = () => `{${stand.redis.prefix}:parse}:parse`;
  async function withRedis(work: (redis: Redis) => Promise<unknown>): Promise<void> {
    const redis = new Redis(stand.redis.url);
    await work(redis);
    await redis.quit();
  }
  async function withJob(): Promise<string> {
    await put('fetched');
    await stand.queues.push('parse', { addressId });
    const [job] = await stand.queues.bull.parse.getWaiting();
    return job?.id ?? '';
  }

  it('rescues an address whose job no list holds any more, though its record is there', async () => {
    await withJob();
    await withRedis((redis) => redis.del(`${base()}:wait`));
    expect(await reconcile(stand, options)).toMatchObject({ rescued: 1 });
    expect(await stand.queues.bull.parse.getWaitingCount()).toBe(1);
  });

  it('rescues an address whose job lost its data to an eviction', async () => {
    const id = await withJob();
    await withRedis((redis) => redis.del(`${base()}:${id}`));
    expect(await reconcile(stand, options)).toMatchObject({ rescued: 1 });
  });

  it('lets no failed job that kept its key swallow later pushes', async () => {
    const id = await withJob();
    await withRedis(async (redis) => {
      await redis.lrem(`${base()}:wait`, 0, id);
      await redis.zadd(`${base()}:failed`, Date.now(), id);
    });
    expect(await reconcile(stand, options)).toMatchObject({ rescued: 1 });
    expect(await stand.queues.bull.parse.getWaitingCount()).toBe(1);
  });

  it('finds an address in a job that stands for many', async () => {
    await put('fetched');
    await stand.queues.push('parse', { addressIds: [addressId + 1, addressId] });
    expect(await reconcile(stand, options)).toMatchObject({ seen: 1, rescued: 0 });
    await withRedis((redis) => redis.del(`${base()}:wait`));
    expect(await reconcile(stand, options)).toMatchObject({ rescued: 1 });
  });

  it('leaves delayed and background jobs alone', async () => {
    await put('queued');
    const job = { payload: { addressId } };
    await stand.queues.pushMany('fetch', [{ ...job, delayMs: 60_000 }]);
    expect(await reconcile(stand, options)).toMatchObject({ seen: 1, rescued: 0 });
    await stand.redis.clear();
    await stand.queues.pushMany('fetch', [{ ...job, background: true }]);
    expect(await reconcile(stand, options)).toMatchObject({ seen: 1, rescued: 0 });
  });
});
