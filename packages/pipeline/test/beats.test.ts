import { listSources } from '@nashra/sources';
import {
  addArticle,
  addFeed,
  addPublisher,
  type TestDatabase,
  testDatabase,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { heedBeats, learnBeats } from '../src/index.ts';

let database: TestDatabase;
const publishers: number[] = [];
const [LEADER, FOLLOWER, STRANGER] = [0, 1, 2];

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  for (const slug of ['leader', 'follower', 'stranger'])
    publishers.push(await addPublisher(db, { slug, name: slug }));
});
afterAll(() => database.drop());

const of = (place: number) => publishers[place] ?? 0;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** One tells, and others after it by so many minutes, as chains have it. */
async function story(tellings: readonly (readonly [publisher: number, minutes: number])[]) {
  const { db } = database;
  let storyId: number | undefined;
  for (const [place, [publisher, minutes]] of tellings.entries()) {
    const publishedAt = minutesAgo(2_000 - minutes);
    const id = await addArticle(db, {
      publisherId: of(publisher),
      publishedAt,
      ...(storyId === undefined ? {} : { storyId }),
    });
    const row = await db
      .selectFrom('article')
      .select('story_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    storyId = row.story_id;
    await sql`insert into nashra.version (article_id, story_id, place, published_at, published_from, published_to, doubts, delay_seconds, kind, taken_share, agencies)
      values (${id}, ${storyId}, ${place + 1}, ${publishedAt}, ${publishedAt}, ${publishedAt}, '{}', 0, 'original', 0, '{}')`.execute(
      db,
    );
  }
}

async function feedOf(place: number, facts: Record<string, unknown> = {}): Promise<string> {
  const { db } = database;
  const address = `https://feed-${place}-${Object.values(facts).join('-')}.example/feed`;
  await addFeed(db, address, of(place), {
    interval_seconds: 900,
    next_why: 'learned',
    rhythm: sql`array_fill(0.5::real, array[70])`,
    last_polled_at: sql`now() - interval '3 minutes'`,
    next_poll_at: sql`now() + interval '20 minutes'`,
    ...facts,
  } as never);
  return address;
}

/** Minutes until each feed is asked, and why. */
async function plan(): Promise<Record<string, readonly [number, string | null]>> {
  const { rows } = await sql<{ address: string; minutes: number; why: string | null }>`
    select address, round(extract(epoch from next_poll_at - now()) / 60)::int as minutes, next_why as why from nashra.feed`.execute(
    database.db,
  );
  return Object.fromEntries(rows.map(({ address, minutes, why }) => [address, [minutes, why]]));
}

it('learns who takes up whose stories, and has them asked sooner when those tell something', async () => {
  const { db } = database;
  for (let n = 0; n < 6; n += 1)
    await story([
      [LEADER, 0],
      [FOLLOWER, 30],
      [STRANGER, 500],
    ]);
  await story([
    [STRANGER, 0],
    [FOLLOWER, 10],
  ]);
  expect(await learnBeats(db)).toBe(1);
  const { rows } = await sql`select publisher_id, follower_id, share from nashra.beat`.execute(db);
  expect(rows).toEqual([{ publisher_id: of(LEADER), follower_id: of(FOLLOWER), share: 1 }]);

  const likely = await feedOf(FOLLOWER);
  const failing = await feedOf(FOLLOWER, { failures: 1 });
  const sentAway = await feedOf(FOLLOWER, { next_why: 'sent_away' });
  const paused = await feedOf(FOLLOWER, { state: 'paused' });
  const other = await feedOf(STRANGER);
  // What is in the database was published a day ago: it hastens nobody.
  const { cursor } = await heedBeats(db, null);
  expect((await plan())[likely]).toEqual([20, 'learned']);

  for (let n = 0; n < 3; n += 1)
    await addArticle(db, { publisherId: of(LEADER), publishedAt: minutesAgo(2) });
  const heeded = await heedBeats(db, cursor);
  expect(heeded.hastened).toBe(1);
  const planned = await plan();
  expect(planned[likely]?.[0]).toBeLessThan(18);
  expect(planned[likely]?.[1]).toBe('beat');
  for (const [feed, why] of [
    [failing, 'learned'],
    [sentAway, 'sent_away'],
    [paused, 'learned'],
    [other, 'learned'],
  ] as const)
    expect(planned[feed]).toEqual([20, why]);
  // The same news hastens once.
  expect(await heedBeats(db, heeded.cursor)).toEqual({ hastened: 0, cursor: heeded.cursor });
  const told = (await listSources(db)).find(({ address }) => address === likely);
  expect(told?.nextPollWhy).toContain('wont to tell');
});

it('forgets those who follow no more', async () => {
  const { db } = database;
  await sql`delete from nashra.version`.execute(db);
  expect(await learnBeats(db)).toBe(0);
  const { rows } = await sql`select from nashra.beat`.execute(db);
  expect(rows).toEqual([]);
});
