import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimAll, reserveIds, saveDrafts, writeArticles } from '@nashra/articles';
import { openBlobs } from '@nashra/blobs';
import { keep, readCaptures } from '@nashra/captures';
import { findAddresses } from '@nashra/ledger';
import { readPublisher } from '@nashra/sources';
import { addAddress, addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { draftOf, openKept, previewReading, readPage, type Stores } from '../src/index.ts';

const TEXT = Array.from(
  { length: 12 },
  (_, at) =>
    `<p>The council of the town met for the ${at}th time and spoke of the budget at length.</p>`,
).join('');
const PAGE = Buffer.from(`<!doctype html><html lang="en"><head><title>The council meets</title>
  <meta property="og:type" content="article"></head><body><article><h1>The council meets</h1>${TEXT}</article></body></html>`);
const URL = 'https://sahifa.example/news/1';

let database: TestDatabase;
let folder: string;
let stores: Stores;
let addressId: number;

/** An article as the stages would have written it, of a page whose bytes are kept. */
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  folder = await mkdtemp(join(tmpdir(), 'nashra-reading-'));
  const blobs = await openBlobs(folder);
  stores = { db, blobs, readPublisher: async (id) => (await readPublisher(db, id)) as never };
  const publisherId = await addPublisher(db);
  const { sha256 } = await blobs.put(PAGE);
  addressId = await addAddress(db, URL, publisherId, { state: 'indexed' });
  const captureId = await keep(db, {
    addressId,
    blobSha256: sha256,
    origin: 'http',
    finalAddress: URL,
    head: { status: 200, headers: { 'content-type': 'text/html' } },
  });
  const [row] = await findAddresses(db, { ids: [addressId] });
  const capture = (await readCaptures(db, [{ addressId, captureId }])).get(captureId);
  const address = { ...(row as NonNullable<typeof row>), addressId };
  const page = await openKept(stores, { address, captureId, capture });
  const draft = draftOf(page, readPage(page, PAGE));
  await saveDrafts(db, [{ addressId, address: URL, guidKey: null, draft }]);
  const [articleId = 0, storyId = 0] = await reserveIds(db, 2);
  const decision = { kind: 'new', articleId, storyId, copyOf: null } as const;
  await claimAll(db, [{ addressId, publisherId, decision, keys: [] }]);
  await db.transaction().execute((tx) => writeArticles(tx, [addressId]));
  await db
    .updateTable('address')
    .set({ article_id: articleId, capture_id: captureId })
    .where('id', '=', addressId)
    .execute();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const preview = async () => {
  const pages = [];
  for await (const page of previewReading(stores, [addressId])) pages.push(page);
  return pages;
};

it('finds nothing to change in what this very extractor has read', async () => {
  expect(await preview()).toEqual([
    { addressId, address: URL, publisherId: expect.any(Number), changes: [] },
  ]);
});

it('tells field by field what another extractor had read otherwise', async () => {
  const { db } = database;
  await db
    .updateTable('content')
    .set({ title: 'Sahifa', authors: ['Nobody'] })
    .execute();
  expect(await preview()).toMatchObject([
    {
      changes: [
        { field: 'title', before: 'Sahifa', after: 'The council meets' },
        { field: 'authors', before: 'Nobody', after: '' },
      ],
    },
  ]);
  const titles = await db.selectFrom('content').select('title').execute();
  expect(titles).toEqual([{ title: 'Sahifa' }]);
});
