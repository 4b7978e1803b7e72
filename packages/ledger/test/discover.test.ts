import {
  addFeed,
  addPublisher,
  putAddress,
  type TestDatabase,
  testDatabase,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { discover, findAddresses, journalOf, move } from '../src/index.ts';

const MINUTE = 60_000;
let database: TestDatabase;
let publisherId: number;
let feeds: number[];

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.drop();
});
beforeEach(async () => {
  const { db } = database;
  await sql`truncate nashra.publisher cascade`.execute(database.owner);
  publisherId = await addPublisher(db);
  feeds = [];
  for (const name of ['feed', 'feed-ar']) {
    feeds.push(await addFeed(db, `https://sahifa.example/${name}`, publisherId));
  }
});

/** The one article as a feed shows it, its entry hashed to `entry`. */
function see(
  entry: number,
  {
    feed = 0,
    revisitAfterMs = 0,
    since,
  }: { feed?: number; revisitAfterMs?: number; since?: number } = {},
) {
  const article = { kind: 'article', lane: 1, address: 'https://sahifa.example/1' } as const;
  return discover(database.db, [{ ...article, entryHash: Buffer.alloc(32, entry) }], {
    publisherId,
    foundIn: feeds[feed] ?? 0,
    revisitAfterMs,
    since,
    articlesOf: async () => [],
    waiting: 'waiting',
    revisitable: ['indexed', 'known'],
  });
}

const article = () =>
  database.db
    .selectFrom('address')
    .selectAll()
    .where('kind', '=', 'article')
    .executeTakeFirstOrThrow();

async function index(): Promise<void> {
  const { id } = await article();
  await putAddress(database.db, id, 'indexed');
}

describe('discover', () => {
  it('tells what another feed showed first, since this one was last looked at', async () => {
    const before = Date.now() - 1_000;
    expect(await see(1)).toMatchObject({ added: 1, elsewhere: 0 });
    expect(await see(1, { feed: 1, since: before })).toMatchObject({ added: 0, elsewhere: 1 });
    expect(await see(1, { feed: 1, since: Date.now() + 1_000 })).toMatchObject({ elsewhere: 0 });
    expect(await see(1, { feed: 1 })).toMatchObject({ elsewhere: 0 });
    expect(await see(1, { feed: 0, since: before })).toMatchObject({ elsewhere: 0 });
  });

  it('enters what two see at once as one row', async () => {
    const [one, two] = await Promise.all([see(1), see(1, { feed: 1 })]);
    expect(one.added + two.added).toBe(1);
    const { id } = await article();
    const steps = await journalOf(database.db, id, 10);
    expect(steps).toMatchObject([{ state: 'waiting', reason: null }]);
  });

  it('has a known page read again when its entry changed, and only then', async () => {
    await see(1);
    await index();
    expect(await see(1)).toMatchObject({ added: 0, again: 0 });
    expect(await see(2)).toMatchObject({ added: 0, again: 1, hosts: ['sahifa.example'] });
    const { id } = await article();
    expect(await findAddresses(database.db, { ids: [id] })).toMatchObject([
      { state: 'waiting', reason: 'entry_changed' },
    ]);
  });

  it('leaves a page alone for the time it is given, however often its entry changes', async () => {
    await see(1);
    await index();
    expect(await see(2, { revisitAfterMs: 10 * MINUTE })).toMatchObject({ again: 0 });
    await sql`update nashra.address set updated_at = now() - interval '11 minutes'`.execute(
      database.db,
    );
    expect(await see(2, { revisitAfterMs: 10 * MINUTE })).toMatchObject({ again: 1 });
  });

  it('takes no change from another feed than the one that found the page', async () => {
    await see(1);
    await index();
    expect(await see(2, { feed: 1 })).toMatchObject({ added: 0, again: 0 });
  });

  it('takes some thousands of one document in a go, new ones and changed ones, and asks for the rest', async () => {
    const show = async (entry: number) => {
      const all = Array.from({ length: 10_001 }, (_, n) => ({
        kind: 'article' as const,
        lane: 1 as const,
        address: `https://sahifa.example/${n}`,
        entryHash: Buffer.alloc(24, entry),
      }));
      const { added, again, later } = await discover(database.db, all, {
        ...{ publisherId, foundIn: feeds[0] ?? 0, revisitAfterMs: MINUTE },
        ...{ articlesOf: async () => [], waiting: 'waiting', revisitable: ['indexed'] },
      });
      return [added, again, later];
    };
    expect(await show(1)).toEqual([5_000, 0, 5_001]);
    expect(await show(1)).toEqual([5_000, 0, 1]);
    expect(await show(1)).toEqual([1, 0, 0]);
    await sql`delete from nashra.flight`.execute(database.owner);
    await sql`update nashra.address set state = 'indexed', updated_at = now() - interval '1 hour'
      where kind = 'article'`.execute(database.owner);
    expect(await show(2)).toEqual([0, 5_000, 5_001]);
  });
});

describe('move', () => {
  it('moves an address only from the state it was read in, and writes each step down', async () => {
    await see(1);
    const { id } = await article();
    const { db } = database;
    const rows = [{ id }];
    expect(await move(db, { rows, from: ['parsed'], to: { at: 'decided' } })).toEqual([]);
    expect(await move(db, { rows, from: ['waiting'], to: { at: 'queued' } })).toEqual([id]);
    expect(await journalOf(db, id, 10)).toMatchObject([{ state: 'waiting' }, { state: 'queued' }]);
  });
});

it('enters a hint that nobody cleaned, since one row refused would cost a whole feed', async () => {
  const entry = { title: 'a\0b\ud83d' };
  const address = 'https://sahifa.example/1';
  const sighting = { kind: 'article', lane: 0, address, entry } as const;
  const articlesOf = async () => [];
  const options = { publisherId, foundIn: feeds[0] ?? 0, revisitAfterMs: 0, articlesOf };
  const states = { waiting: 'waiting', revisitable: ['indexed', 'known'] };
  await discover(database.db, [sighting], { ...options, ...states });
  expect((await article()).entry).toEqual({ title: 'ab\ufffd' });
});

it('takes a link that moves in its parameters for the page it led to before, once a copy has shown that', async () => {
  const { db } = database;
  const show = async (link: string, { words = 1, guid = 1 } = {}) => {
    const sighting = {
      kind: 'article' as const,
      lane: 0 as const,
      address: `https://sahifa.example/${link}`,
      guidKey: Buffer.alloc(16, guid),
      entryHash: Buffer.alloc(24, words),
    };
    const { added } = await discover(db, [sighting], {
      ...{ publisherId, foundIn: feeds[0] ?? 0, revisitAfterMs: 0 },
      articlesOf: async () => [7],
      ...{ waiting: 'waiting', revisitable: ['known'] },
    });
    return added;
  };
  expect(await show('one?t=a')).toBe(1);
  expect(await show('one?t=b')).toBe(1);
  await sql`delete from nashra.flight`.execute(database.owner);
  await sql`update nashra.address set state = 'known', reason = 'copy', article_id = 7 where address like '%t=b'`.execute(
    database.owner,
  );
  expect(await show('one?t=c')).toBe(0);
  expect(await show('one?t=d', { words: 2 })).toBe(1);
  expect(await show('one?t=e', { guid: 2 })).toBe(1);
  expect(await show('two?t=f')).toBe(1);
});
