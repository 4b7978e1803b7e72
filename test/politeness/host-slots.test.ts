import { openHostSlots, type SlotGrant, type SlotRequest } from '@nashra/politeness';
import { testRedis } from '@nashra/testkit';
import { Redis } from 'ioredis';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

const space = testRedis();
const redis = new Redis(space.url);
const host = 'news.example';
const live: SlotRequest = { intervalMs: 100, concurrency: 2, lane: 'live', holdMs: 5_000 };
const backfill: SlotRequest = { ...live, lane: 'backfill' };
let time: number;
const slots = openHostSlots({ redis, prefix: space.prefix, now: () => time });

beforeEach(async () => {
  await space.clear();
  time = 1_700_000_000_000;
});
afterAll(async () => {
  await space.clear();
  await redis.quit();
});

const ask = (token: string, request = live) => slots.acquire(host, { ...request, token });
const granted = (token: string): SlotGrant => ({ granted: true, token });
const wait = (waitMs: number): SlotGrant => ({ granted: false, waitMs });

describe('interval', () => {
  it('lies between the starts of two requests, whoever asks', async () => {
    expect(await ask('a')).toEqual(granted('a'));
    expect(await ask('b')).toEqual(wait(100));
    time += 60;
    expect(await ask('b')).toEqual(wait(40));
    time += 40;
    expect(await ask('b')).toEqual(granted('b'));
  });

  it('holds after a release too', async () => {
    await ask('a');
    await slots.release(host, 'a');
    expect(await ask('b')).toEqual(wait(100));
  });

  it('is the longer one where who was before knew of no crawl-delay yet', async () => {
    await ask('a');
    time += 100;
    expect(await ask('b', { ...live, intervalMs: 400 })).toEqual(wait(300));
    time += 300;
    expect(await ask('b', { ...live, intervalMs: 400 })).toEqual(granted('b'));
    time += 100;
    expect(await ask('c')).toEqual(wait(300));
  });

  it('is counted from when the request goes out, where that was some time after its turn', async () => {
    await ask('a');
    time += 60;
    await slots.restamp(host, 100);
    expect(await ask('b')).toEqual(wait(100));
    time += 100;
    expect(await ask('b')).toEqual(granted('b'));
  });

  it('is each host’s own', async () => {
    await ask('a');
    expect(await slots.acquire('other.example:8080', { ...live, token: 'b' })).toEqual(
      granted('b'),
    );
  });
});

describe('concurrency', () => {
  it('holds until a release', async () => {
    await ask('a');
    time += 100;
    await ask('b');
    time += 100;
    expect(await ask('c')).toMatchObject({ granted: false });
    await slots.release(host, 'a');
    expect(await ask('c')).toEqual(granted('c'));
  });

  it('forgets a holder that was killed when its lease ends', async () => {
    await ask('a', { ...live, concurrency: 1, holdMs: 1_000 });
    time += 999;
    expect(await ask('b', { ...live, concurrency: 1 })).toEqual(wait(1));
    time += 1;
    expect(await ask('b', { ...live, concurrency: 1 })).toEqual(granted('b'));
  });

  it('lets a holder that is slow renew its lease, and none that has ended', async () => {
    await ask('a', { ...live, concurrency: 1, holdMs: 1_000 });
    time += 900;
    await slots.renew(host, 'a', 1_000);
    time += 900;
    expect(await ask('b', { ...live, concurrency: 1 })).toEqual(wait(100));
    time += 100;
    await slots.renew(host, 'a', 1_000);
    expect(await ask('b', { ...live, concurrency: 1 })).toEqual(granted('b'));
  });

  it('does not count a request against itself when it comes again', async () => {
    await ask('a', { ...live, concurrency: 1 });
    time += 100;
    expect(await ask('a', { ...live, concurrency: 1 })).toEqual(granted('a'));
  });

  it('makes up a token when the caller brings none', async () => {
    const first = await slots.acquire(host, live);
    expect(first).toEqual({ granted: true, token: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });
});

describe('lanes', () => {
  it('let a waiting live request go before any backfill', async () => {
    await ask('a');
    await ask('news');
    time += 100;
    expect(await ask('old', backfill)).toEqual(wait(250));
    expect(await ask('news')).toEqual(granted('news'));
    time += 100;
    await slots.release(host, 'a');
    expect(await ask('old', backfill)).toEqual(granted('old'));
  });

  it('give waiting live requests one place after the other, and each keeps its own', async () => {
    await ask('a');
    expect([await ask('b'), await ask('c'), await ask('d')]).toEqual([
      wait(100),
      wait(200),
      wait(300),
    ]);
    time += 50;
    expect(await ask('c')).toEqual(wait(150));
    time += 50;
    expect(await ask('b')).toEqual(granted('b'));
    await slots.release(host, 'a');
    expect(await ask('c')).toEqual(wait(100));
  });

  it('let one that is on its way wait for no others, or a redirect would be given up and asked for again', async () => {
    for (const token of ['running', 'waiting', 'next']) await ask(token, backfill);
    await ask('waiting');
    await ask('next');
    expect(await ask('begins', backfill)).toEqual(wait(600));
    const onTheWay = { ...backfill, isOnTheWay: true };
    expect(await ask('redirected', onTheWay)).toEqual(wait(100));
    time += 100;
    expect(await ask('redirected', onTheWay)).toEqual(granted('redirected'));
  });

  it('free backfill again when the live request never comes back', async () => {
    await ask('a');
    await ask('news');
    time += 100 + 2_001;
    expect(await ask('old', backfill)).toEqual(granted('old'));
  });

  it('never make live wait for backfill that was refused', async () => {
    await ask('a');
    await ask('old', backfill);
    time += 100;
    expect(await ask('news')).toEqual(granted('news'));
  });
});

describe('penalty', () => {
  it('blocks the host until then, for both lanes', async () => {
    expect(await slots.penalize(host, 30_000)).toBe(30_000);
    expect(await ask('a')).toEqual(wait(30_000));
    time += 30_000;
    expect(await ask('a')).toEqual(granted('a'));
  });

  it('is never shortened and never longer than the cap', async () => {
    await slots.penalize(host, 30_000);
    expect(await slots.penalize(host, 10)).toBe(30_000);
    expect(await slots.penalize(host, 99 * 60 * 60_000)).toBe(60 * 60_000);
  });

  it('does nothing for a time that has passed', async () => {
    expect(await slots.penalize(host, -1)).toBe(0);
    expect(await ask('a')).toEqual(granted('a'));
  });
});

it('keeps all keys of a host on one slot of a cluster and leaves none behind', async () => {
  await ask('a', { ...live, holdMs: 300 });
  await ask('b');
  await slots.penalize(host, 300);
  const keys = await redis.keys(`*${space.prefix}*`);
  expect(keys.length).toBe(3);
  expect(new Set(keys.map((key) => /\{[^}]*\}/.exec(key)?.[0]))).toEqual(
    new Set([`{${space.prefix}:host:${host}}`]),
  );
  for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(0);
});

it('survives a server that forgot its scripts', async () => {
  await redis.script('FLUSH');
  expect(await ask('a')).toEqual(granted('a'));
});

it('holds the pace when many clients race on the server’s own clock', async () => {
  const clients = Array.from({ length: 8 }, () => new Redis(space.url));
  const request: SlotRequest = { intervalMs: 50, concurrency: 2, lane: 'live', holdMs: 5_000 };
  const starts: { asked: number; granted: number }[] = [];
  let running = 0;
  let most = 0;
  await Promise.all(
    clients.map(async (client) => {
      const own = openHostSlots({ redis: client, prefix: space.prefix });
      for (let turn = 0; turn < 4; ) {
        const asked = await serverTime(client);
        const grant = await own.acquire('raced.example', request);
        if (!grant.granted) {
          await new Promise((resolve) => setTimeout(resolve, grant.waitMs));
          continue;
        }
        turn++;
        starts.push({ asked, granted: await serverTime(client) });
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 80));
        running--;
        await own.release('raced.example', grant.token);
      }
      await client.quit();
    }),
  );
  expect(starts).toHaveLength(32);
  expect(most).toBeLessThanOrEqual(2);
  // Each was let go somewhere between: late on a busy machine, but not too early.
  const first = Math.min(...starts.map(({ asked }) => asked));
  const span = Math.max(...starts.map(({ granted }) => granted)) - first;
  expect(span).toBeGreaterThanOrEqual(31 * 50 - 50);
});

async function serverTime(client: Redis): Promise<number> {
  const [seconds, micros] = await client.time();
  return Number(seconds) * 1_000 + Number(micros) / 1_000;
}
