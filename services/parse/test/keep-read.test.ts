import {
  claimAll,
  type Draft,
  hashOf,
  keepTellings,
  reserveIds,
  saveDrafts,
  writeArticles,
} from '@nashra/articles';
import { land } from '@nashra/ledger';
import { queues as contracts, type Pipeline, replay } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import {
  addAddress,
  addPublisher,
  clearRows,
  type TestDatabase,
  type TestRedis,
  testDatabase,
  testRedis,
} from '@nashra/testkit';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { keepRead } from '../src/keep-read.ts';
import { findFetched } from '../src/load-fetched.ts';
import type { Fetched } from '../src/ports.ts';

const act = { actor: 'test', reason: 'a newer extractor' };
let database: TestDatabase;
let redis: TestRedis;
let pipeline: Pipeline & { readonly queues: AsyncDisposable };
let publisherId: number;

beforeAll(async () => {
  database = await testDatabase();
  redis = testRedis();
  const queues = openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix });
  pipeline = { db: database.db, queues };
});
afterAll(async () => {
  await pipeline.queues[Symbol.asyncDispose]();
  await redis.clear();
  await database.drop();
});

const draft: Draft = {
  title: 'The council meets',
  authors: ['Amina'],
  body: 'The council of the town met and spoke of the budget at length, and of the bridge over the river.',
  html: '<p>The council of the town met.</p>',
  summary: null,
  section: null,
  tags: [],
  language: 'en',
  publishedAt: '2026-03-01T10:00:00Z',
  publishedPrecision: 'minute',
  publishedSource: 'meta',
  modifiedAt: null,
  wordCount: 90,
  canonical: null,
  images: [],
  extractorVersion: 'newer',
  captureId: 1,
  facts: {},
};

let serial = 0;
beforeEach(async () => {
  await clearRows(database.db);
  publisherId = await addPublisher(database.db);
});

/** An address whose article was written as the stages do, with its body read once more now. */
async function readAgain({ isSigned = true } = {}): Promise<Fetched> {
  const { db } = database;
  serial += 1;
  const address = `https://sahifa.example/${serial}`;
  const addressId = await addAddress(db, address, publisherId, { state: 'decided', capture_id: 1 });
  await db.transaction().execute(async (tx) => {
    await saveDrafts(tx, [{ addressId, address, guidKey: null, draft }]);
    const [articleId = 0, storyId = 0] = await reserveIds(tx, 2);
    const decision = { kind: 'new', articleId, storyId, copyOf: null } as const;
    await claimAll(tx, [{ addressId, publisherId, decision, keys: [] }]);
    const place = { addressId, articleId, storyId };
    const told = { ...place, publishedAt: 0, isStated: true, rule: '1', like: null };
    const how = { crowded: [], memoryDays: 7 };
    if (isSigned) await keepTellings(tx, [{ ...told, isRevision: false }], [], how);
    await writeArticles(tx, [addressId]);
    const rows = [{ id: addressId, set: { article_id: articleId } }];
    await land(tx, { from: ['decided'], to: 'indexed', rows, holds: true });
  });
  await replay(pipeline, [addressId], { from: 'parse', filter: address, act });
  const [found] = await findFetched(pipeline, [addressId]);
  if (!found) throw new Error('it is not there to be read');
  const publisher = { id: publisherId, name: 'Sahifa', timeZone: 'UTC', language: 'en' };
  return { ...found, ...found.address, url: address, publisher, captureId: 1 } as never;
}

const keep = (page: Fetched, said: Partial<Draft> = {}) =>
  keepRead(pipeline, [{ page, draft: { ...draft, ...said }, mayGrow: false }], 1_000);

const keepSaid = (...pages: readonly Fetched[]) => {
  const said = pages.map(({ addressId }) => ({ addressId, contentHash: hashOf(draft) }));
  return keepRead(pipeline, said, 1_000);
};

/** Where it stands, and how many drafts and contents there are of it. */
async function rowsOf({ addressId }: Fetched) {
  const { db } = database;
  const from = <T extends 'flight' | 'draft'>(table: T, column: 'state' | 'content_id') =>
    db
      .selectFrom(table as 'flight')
      .select(column as 'state')
      .where('address_id', '=', addressId);
  const flight = await from('flight', 'state').executeTakeFirst();
  const drafts = await from('draft', 'content_id').execute();
  const { state, reason } = await db
    .selectFrom('address')
    .select(['state', 'reason'])
    .where('id', '=', addressId)
    .executeTakeFirstOrThrow();
  const contents = await db.selectFrom('content').select('id').execute();
  return {
    at: flight?.state ?? `${state} ${reason}`,
    drafts: drafts.length,
    contents: contents.length,
  };
}

it('writes nothing of pages that say what their articles say, and ends their flights together', async () => {
  const [page, other] = [await readAgain(), await readAgain()];
  expect(await keepSaid(page, other)).toEqual(['unchanged', 'unchanged']);
  expect(await rowsOf(page)).toEqual({ at: 'known unchanged', drafts: 0, contents: 2 });
  expect(await rowsOf(other)).toMatchObject({ at: 'known unchanged', drafts: 0 });
  expect(await keepSaid(page)).toEqual(['stale']);
});

it('keeps in one go what says the same and what says otherwise', async () => {
  const [same, other, late] = [await readAgain(), await readAgain(), await readAgain()];
  const contentHash = hashOf(draft);
  await keepSaid(late);
  const kept = await keepRead(
    pipeline,
    [
      { addressId: same.addressId, contentHash },
      { page: other, draft: { ...draft, title: 'The council met' }, mayGrow: false },
      { page: late, draft, mayGrow: false },
    ],
    1_000,
  );
  expect(kept).toEqual(['unchanged', 'draft', 'stale']);
  expect(await rowsOf(same)).toMatchObject({ at: 'known unchanged', drafts: 0 });
  expect(await rowsOf(other)).toEqual({ at: 'parsed', drafts: 1, contents: 4 });
});

it('sends what it says otherwise on to dedupe', async () => {
  const page = await readAgain();
  expect(await keep(page, { title: 'The council met' })).toEqual(['draft']);
  expect(await rowsOf(page)).toEqual({ at: 'parsed', drafts: 1, contents: 2 });
});

it('ends no flight of an article that says otherwise by now, or whose text others could not find', async () => {
  const [page, unsigned] = [await readAgain(), await readAgain({ isSigned: false })];
  const said = { addressId: page.addressId, contentHash: 'aa' };
  expect(await keepRead(pipeline, [said], 1_000)).toEqual(['otherwise']);
  expect(await keepSaid(unsigned)).toEqual(['otherwise']);
  expect(await rowsOf(page)).toMatchObject({ at: 'fetched' });
});

it('leaves no draft behind that an earlier flight could not be done with', async () => {
  const page = await readAgain();
  const { addressId, address } = page;
  const other = { ...draft, title: 'The council met' };
  await saveDrafts(database.db, [{ addressId, address, guidKey: null, draft: other }]);
  expect(await keepSaid(page)).toEqual(['unchanged']);
  expect(await rowsOf(page)).toEqual({ at: 'known unchanged', drafts: 0, contents: 1 });
});
