import { queues as contracts, type PipelineQueues } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import {
  addFeed,
  addPublisher,
  putAddress,
  type TestDatabase,
  type TestRedis,
  testDatabase,
  testRedis,
} from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fetched } from '../src/ports.ts';
import { readFeed } from '../src/read-feed.ts';
import { saveListing } from '../src/save-listing.ts';

let database: TestDatabase;
let queues: PipelineQueues;
let redis: TestRedis;
let feed: Fetched;

beforeAll(async () => {
  database = await testDatabase();
  redis = testRedis();
  queues = openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix });
  const { db } = database;
  const publisherId = await addPublisher(db);
  const url = 'https://sahifa.example/feed.json';
  const id = await addFeed(db, url, publisherId);
  await putAddress(db, id, 'fetched');
  feed = {
    addressId: id,
    kind: 'feed',
    url,
    address: url,
    lane: 0,
    vain: 0,
    rescues: 0,
    origin: 'http',
    contentType: 'application/feed+json',
    headers: {},
    captureId: 1,
    capturedAt: new Date(),
    entry: null,
    publisher: { id: publisherId, name: 'Sahifa', timeZone: 'Africa/Casablanca', language: 'ar' },
    isReread: false,
    isWritten: false,
    bytes: null,
  };
});
afterAll(async () => {
  await queues[Symbol.asyncDispose]();
  await redis.clear();
  await database.drop();
});

const PATIENCE = { REVISIT_AFTER_MS: 0, UNCONDITIONAL_MS: 1, PASSING_RETRY_MS: 1 };

// Postgres refuses half a letter and NUL, in text and in JSON.
it('reads a feed whole, whatever its text is made of', async () => {
  const items = [
    { id: 'half', title: 'Half \ud83d a letter', summary: '\ude00', authors: [{ name: '\ud83d' }] },
    { id: 'cut', title: `a${'😀'.repeat(3_000)}`, summary: `a${'😀'.repeat(3_000)}` },
    { id: 'author', title: 'By many', authors: [{ name: `a${'😀'.repeat(3_000)}` }] },
    { id: 'controls\0\ud83d', title: 'a\0b\u202ec\u009bd\ufffe', summary: '&#0;&#xd83d;\0' },
    { id: 'plain', title: 'A plain one' },
  ].map((item, at) => ({ ...item, url: `https://sahifa.example/${at}?q=\ud83d` }));
  const document = { version: 'https://jsonfeed.org/version/1.1', title: 'News \ud83d\0', items };
  const listing = readFeed(feed, Buffer.from(JSON.stringify(document)));
  if (typeof listing === 'string') return expect.fail(listing);
  expect(listing.leftOut).toBe(0);
  await saveListing({ db: database.db, queues }, feed, listing, PATIENCE);

  const rows = await database.db
    .selectFrom('address')
    .select('entry')
    .where('kind', '=', 'article')
    .orderBy('address')
    .execute();
  expect(rows.map(({ entry }) => entry)).toEqual([
    { title: 'Half \ufffd a letter', summary: '\ufffd', authors: ['\ufffd'] },
    { title: `a${'😀'.repeat(499)}`, summary: `a${'😀'.repeat(999)}` },
    { title: 'By many', authors: [`a${'😀'.repeat(99)}`] },
    { title: 'abc›d' },
    { title: 'A plain one' },
  ]);
  const { title } = await database.db.selectFrom('feed').select('title').executeTakeFirstOrThrow();
  expect(title).toBe('News \ufffd');
});
