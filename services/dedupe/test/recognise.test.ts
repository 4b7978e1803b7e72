import { MOST_NAMESAKES, saveDrafts } from '@nashra/articles';
import { findAddresses } from '@nashra/ledger';
import { queues as contracts, type PipelineQueues } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import {
  addAddress,
  addPublisher,
  clearRows,
  putAddress,
  type TestDatabase,
  type TestRedis,
  testDatabase,
  testRedis,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { recogniseAll } from '../src/recognise.ts';

const REACH = { windowHours: 72, memoryDays: 7 };
let database: TestDatabase;
let queues: PipelineQueues;
let redis: TestRedis;
const pipeline = () => ({ db: database.db, queues });

beforeAll(async () => {
  database = await testDatabase({ poolSize: 10 });
  redis = testRedis();
  queues = openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix });
});
afterAll(async () => {
  await queues[Symbol.asyncDispose]();
  await redis.clear();
  await database.drop();
});
beforeEach(() => clearRows(database.db));

const publisher = (slug: string): Promise<number> =>
  addPublisher(database.db, { slug, time_zone: 'UTC' });

const STRANGERS = [
  ['A bridge is opened', 'the governor opened the bridge over the river after two floods'],
  ['Fishermen saved', 'six fishermen came home to the harbour after a night of high waves'],
  ['Books lent again', 'the library lends books to children on wednesdays since its repair'],
] as const;

let serial = 0;
async function parsed(
  publisherId: number,
  body: string,
  title = `Title ${body}`,
  guidKey: Buffer | null = null,
): Promise<number> {
  serial += 1;
  const address = `https://p${publisherId}.example/${serial}`;
  const id = await addAddress(database.db, address, publisherId, { state: 'parsed' });
  await saveDraft(id, body, title, guidKey);
  return id;
}

async function saveDraft(
  addressId: number,
  body: string,
  title: string,
  guidKey: Buffer | null = null,
): Promise<void> {
  const draft = {
    title,
    authors: [],
    body: `${body} `.repeat(60),
    html: '',
    summary: null,
    section: null,
    tags: [],
    language: 'en',
    publishedAt: null,
    publishedPrecision: null,
    publishedSource: null,
    modifiedAt: null,
    wordCount: 60,
    canonical: null,
    images: [],
    extractorVersion: 'test',
    captureId: 1,
    facts: {},
  };
  const [row] = await findAddresses(database.db, { ids: [addressId] });
  const { address = '' } = row ?? {};
  await saveDrafts(database.db, [{ addressId, address, guidKey, draft }]);
}

async function run(addressId: number) {
  const [verdict] = await recogniseAll(pipeline(), [addressId], REACH);
  return verdict ?? null;
}

it('keeps copies that arrive at the same instant in one story', async () => {
  const publishers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(publisher));
  for (let round = 0; round < 5; round += 1) {
    const text = `the council of town ${round} met`;
    const ids = await Promise.all(publishers.map((id) => parsed(id, text)));
    await Promise.all(ids.map(run));
  }
  const stories = await database.db
    .selectFrom('article')
    .select(['story_id', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('story_id')
    .execute();
  expect(stories.map(({ n }) => Number(n))).toEqual([6, 6, 6, 6, 6]);
  const originals = await database.db
    .selectFrom('article')
    .select('id')
    .where('copy_of', 'is', null)
    .execute();
  expect(originals).toHaveLength(5);
});

it('gives one publisher one article for one text under two addresses at once', async () => {
  const id = await publisher('a');
  const ids = [await parsed(id, 'one text'), await parsed(id, 'one text')];
  const verdicts = await Promise.all(ids.map(run));
  expect(verdicts.map((it) => it?.kind).toSorted()).toEqual(['copy', 'new']);
});

it('decides nothing about an address that has moved on, and all about its companions', async () => {
  const publisherId = await publisher('a');
  const [gone, here] = [await parsed(publisherId, 'a text'), await parsed(publisherId, 'another')];
  await putAddress(database.db, gone, 'dropped', 'not_an_article');
  const verdicts = await recogniseAll(pipeline(), [gone, here], REACH);
  expect(verdicts).toMatchObject([null, { kind: 'new' }]);
  const articles = await database.db.selectFrom('article').select('address_id').execute();
  expect(articles).toEqual([{ address_id: here }]);
});

it('sees copies within one batch as it would one after another', async () => {
  const [a, b] = [await publisher('a'), await publisher('b')];
  const ids = [
    await parsed(a, 'one text', 'One title'),
    await parsed(a, 'one text', 'Another title'),
    await parsed(b, 'one text', 'A third title'),
    await parsed(b, 'a text of its own', 'A fourth title'),
  ];
  const verdicts = await recogniseAll(pipeline(), ids, REACH);
  expect(verdicts.map((it) => it?.kind)).toEqual(['new', 'copy', 'new', 'new']);
  const rows = await database.db
    .selectFrom('article')
    .select(['id', 'story_id', 'copy_of', 'address_id'])
    .orderBy('address_id')
    .execute();
  expect(rows.map((row) => row.address_id)).toEqual([ids[0], ids[2], ids[3]]);
  expect(rows[1]).toMatchObject({ story_id: rows[0]?.story_id, copy_of: rows[0]?.id });
  expect(rows[2]?.story_id).not.toBe(rows[0]?.story_id);
});

it('claims no second article when its job runs twice', async () => {
  const id = await parsed(await publisher('a'), 'a text');
  expect([await run(id), await run(id)].map((it) => it?.kind)).toEqual(['new', undefined]);
});

it('never lets the second address of an article rewrite it, however often it is read again', async () => {
  const { db } = database;
  const publisherId = await publisher('a');
  const first = await parsed(publisherId, 'one text', 'A title');
  const second = await parsed(publisherId, 'one text', 'Another title');
  await run(first);
  expect(await run(second)).toMatchObject({ kind: 'copy' });
  await putAddress(db, second, 'parsed');
  await saveDraft(second, 'one text', 'Another title');
  expect(await run(second)).toMatchObject({ kind: 'copy' });
});

it('takes an article along to its new address when its guid moves', async () => {
  const { db } = database;
  const publisherId = await publisher('a');
  const guid = Buffer.alloc(16, 9);
  const [before, after] = [
    await parsed(publisherId, STRANGERS[0][1], 'One title', guid),
    await parsed(publisherId, `${STRANGERS[0][1]} in spring`, 'Another title', guid),
  ];
  const claimed = await run(before);
  expect(claimed?.kind).toBe('new');
  expect(await run(after)).toMatchObject({ kind: 'revision' });
  const article = await db.selectFrom('article').select('address_id').executeTakeFirstOrThrow();
  expect(article.address_id).toBe(after);
});

it('makes articles of their own of pages that share a guid and nothing else', async () => {
  const publisherId = await publisher('a');
  const guid = Buffer.alloc(16, 7);
  const ids: number[] = [];
  for (const [title, body] of STRANGERS) ids.push(await parsed(publisherId, body, title, guid));
  const together = await recogniseAll(pipeline(), ids, REACH);
  expect(together.map((it) => it?.kind)).toEqual(['new', 'new', 'new']);
  const [title, body] = ['The weather', 'rain over the plains and snow on the high mountains'];
  expect(await run(await parsed(publisherId, body, title, guid))).toMatchObject({ kind: 'new' });
  const corrected = await parsed(publisherId, STRANGERS[0][1], 'A second bridge is opened', guid);
  expect(await run(corrected)).toMatchObject({ kind: 'revision' });
  const again = await run(await parsed(publisherId, body, 'Rain and snow', guid));
  expect(again).toMatchObject({ kind: 'revision' });
});

it('keeps a corrected title under a kept address and guid as a revision', async () => {
  const publisherId = await publisher('a');
  const guid = Buffer.alloc(16, 7);
  const id = await parsed(publisherId, STRANGERS[1][1], STRANGERS[1][0], guid);
  await run(id);
  await putAddress(database.db, id, 'parsed');
  await saveDraft(id, STRANGERS[1][1], 'Six fishermen saved', guid);
  expect(await run(id)).toMatchObject({ kind: 'revision' });
});

it('finds a guid behind any number of articles of one title', async () => {
  const publisherId = await publisher('a');
  const guid = Buffer.alloc(16, 9);
  const first = await parsed(publisherId, 'the first text', 'Weather', guid);
  await run(first);
  const crowd = await Promise.all(
    Array.from({ length: 5 * MOST_NAMESAKES }, (_, at) =>
      parsed(publisherId, `forecast number ${at}`, 'Weather'),
    ),
  );
  await recogniseAll(pipeline(), crowd, REACH);
  const moved = await parsed(publisherId, 'the first text, corrected', 'Weather', guid);
  expect(await run(moved)).toMatchObject({ kind: 'revision' });
});

it('keeps its locks where no reader can reach them', async () => {
  const { db } = database;
  const id = await parsed(await publisher('a'), 'a text');
  // Taken by who may: a login of readers has no right even to these.
  await database.owner.transaction().execute(async (reader) => {
    for (const lock of [7_236_001, 0, 1]) {
      await sql`select pg_advisory_xact_lock(${lock})`.execute(reader);
    }
    expect(await run(id)).toMatchObject({ kind: 'new' });
    await expect(
      db.transaction().execute(async (other) => {
        await sql`set local role nashra_reader`.execute(other);
        await sql`select slot from nashra.latch for update`.execute(other);
      }),
    ).rejects.toThrow(/permission denied/);
  });
});
