import { addFeed, addPublisher } from '@nashra/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { discover, release, releaseOptions } from '../src/index.ts';
import { openStand, type Stand } from './stand.ts';

const pace = { HOST_INTERVAL_MS: 1_000, TICK_MS: 1_000, MAX_BACKLOG: 100 };
let stand: Stand;
let publisherId: number;
let feedId: number;

beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand[Symbol.asyncDispose]());
beforeEach(async () => {
  await stand.clear();
  publisherId = await addPublisher(stand.db);
  feedId = await addFeed(stand.db, 'https://sahifa.example/feed', publisherId);
});

function see(host: string, count: number, lane: 0 | 1) {
  const sightings = Array.from({ length: count }, (_, at) => ({
    address: `https://${host}/${lane}/${at}`,
    kind: 'article' as const,
    lane,
  }));
  return discover(stand.db, sightings, { publisherId, foundIn: feedId, revisitAfterMs: 0 });
}

describe('release', () => {
  it('puts a window of each host’s backlog into Redis, whatever waits behind it', async () => {
    await see('a.example', 500, 1);
    await see('b.example', 3, 1);
    expect(await release(stand, releaseOptions(pace))).toBe(12 + 3);
    expect(await release(stand, releaseOptions(pace))).toBe(0);
    expect((await stand.queues.counts()).fetch).toMatchObject({ waiting: 2, delayed: 13 });
  });

  it('lets live news pass a full backfill window, without delay', async () => {
    await see('a.example', 500, 1);
    await release(stand, releaseOptions(pace));
    const { hosts } = await see('a.example', 1, 0);
    expect(await release(stand, { ...releaseOptions(pace), hosts })).toBe(1);
    expect((await stand.queues.counts()).fetch.waiting).toBe(2);
  });

  it('leaves the addresses of a paused publisher where they are', async () => {
    await see('a.example', 2, 0);
    await stand.db.updateTable('publisher').set({ state: 'paused' }).execute();
    expect(await release(stand, releaseOptions(pace))).toBe(0);
  });

  it('stops while parse has more to do than it should', async () => {
    await see('a.example', 2, 0);
    const jobs = Array.from({ length: 100 }, (_, at) => ({ payload: { addressId: at + 1 } }));
    await stand.queues.pushMany('parse', jobs);
    expect(await release(stand, releaseOptions(pace))).toBe(0);
  });

  it('lets news in, and no backfill, while what parse has too much of goes behind the news', async () => {
    await see('a.example', 2, 0);
    await see('a.example', 5, 1);
    const jobs = Array.from({ length: 100 }, (_, at) => ({
      payload: { addressId: at + 1 },
      background: true,
    }));
    await stand.queues.pushMany('parse', jobs);
    expect(await release(stand, releaseOptions(pace))).toBe(2);
  });

  it('releases nothing twice when two release at once', async () => {
    await see('a.example', 12, 0);
    const both = [1, 2].map(() => release(stand, releaseOptions(pace)));
    const released = await Promise.all(both);
    expect(released.toSorted()).toEqual([0, 12]);
  });
});
