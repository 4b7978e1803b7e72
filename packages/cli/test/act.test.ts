import { userInfo } from 'node:os';
import { readAudit } from '@nashra/audit';
import { type TestDatabase, type TestRedis, testDatabase, testRedis } from '@nashra/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runNashra } from './run-nashra.ts';

const FEED = 'https://sahifa.example/feed';
const SPORT = 'https://sahifa.example/sport';

// Each test has a system of its own, of one publisher with two feeds.
let database: TestDatabase;
let redis: TestRedis;
const nashra = (...args: string[]) =>
  runNashra(args, {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    NASHRA_PREFIX: redis.prefix,
  });

beforeEach(async () => {
  [database, redis] = [await testDatabase(), testRedis()];
  for (const feed of [FEED, SPORT]) {
    expect(await nashra('sources', 'add', '--no-check', feed)).toMatchObject({ code: 0 });
  }
});
afterEach(async () => {
  await redis?.clear();
  await database?.drop();
});

async function run(...args: string[]) {
  const { code, out, err } = await nashra(...args);
  expect([code, err]).toEqual([0, expect.any(String)]);
  return out;
}
const json = async (...args: string[]) => JSON.parse(await run(...args, '--json'));
const nextPolls = async () => {
  const rows = await database.db.selectFrom('feed').select(['address', 'next_poll_at']).execute();
  return new Map(rows.map((row) => [row.address, row.next_poll_at.getTime()]));
};

describe('show', () => {
  it('tells where an address stands, however it is spelt, or by its id', async () => {
    const journey = await json('show', 'HTTPS://Sahifa.example:443/feed#top');
    expect(journey).toMatchObject({
      address: FEED,
      kind: 'feed',
      state: 'read',
      publisher: 'sahifa-example',
      steps: [expect.objectContaining({ state: 'read' })],
      requests: [],
    });
    expect(await json('show', String(journey.id))).toEqual(journey);
    expect(await run('show', FEED)).toMatch(/^https:\/\/sahifa\.example\/feed\nread\n[\s\S]*Steps/);
  });

  it.each([['https://sahifa.example/none'], ['123456789'], ['no address at all'], ['']])(
    'fails for %j, which the ledger does not know',
    async (what) => {
      const { code, out, err } = await nashra('show', what, '--json');
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^nashra: Not in the ledger: /);
    },
  );
});

describe('sources', () => {
  it('poll makes feeds due now, and is written down', async () => {
    const later = new Date(Date.now() + 3_600_000);
    await database.db.updateTable('feed').set({ next_poll_at: later }).execute();
    expect(await json('sources', 'poll', FEED)).toEqual({ source: FEED, feeds: 1 });
    const due = await nextPolls();
    expect(due.get(FEED)).toBeLessThan(later.getTime() - 1_800_000);
    expect(due.get(SPORT)).toBe(later.getTime());
    expect(await readAudit(database.db, { subject: FEED, limit: 10 })).toMatchObject([
      { actor: `cli:${userInfo().username}`, action: 'source.poll', detail: { feeds: 1 } },
    ]);
  });

  it('remove leaves the other feeds, and writes down what undoing it would need', async () => {
    const removed = await json('sources', 'remove', SPORT, '--because', 'it moved');
    expect(removed).toEqual({ source: SPORT, feeds: 1 });
    expect([...(await nextPolls()).keys()]).toEqual([FEED]);
    expect(await readAudit(database.db, { subject: SPORT, limit: 1 })).toMatchObject([
      {
        action: 'source.remove',
        reason: 'it moved',
        detail: { feeds: [{ address: SPORT, intervalSeconds: expect.any(Number) }] },
      },
    ]);
  });

  it('remove by the publisher takes all its feeds', async () => {
    expect(await json('sources', 'remove', 'sahifa-example')).toMatchObject({ feeds: 2 });
    expect(await json('status')).toMatchObject({ feeds: 0, publishers: 1 });
  });

  it.each(['poll', 'remove'])(
    '%s of a source that nobody knows fails and writes nothing',
    async (verb) => {
      const before = await readAudit(database.db, { limit: 100 });
      const { code, err } = await nashra('sources', verb, 'nobody');
      expect(code).toBe(1);
      expect(err).toMatch(/nobody.*sources list/);
      expect(await readAudit(database.db, { limit: 100 })).toEqual(before);
    },
  );
});

it('replays nothing for a bare --yes, which is wrong usage', async () => {
  const { code, err } = await nashra('replay', '--yes', '--json');
  expect(code).toBe(2);
  expect(err).toMatch(/--state, --reason, --publisher or --address/);
  expect(await json('status')).toMatchObject({ ledger: { read: 2, waiting: 0 } });
});
