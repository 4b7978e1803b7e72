import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBlobs } from '@nashra/blobs';
import { keep } from '@nashra/captures';
import type { GuardSample } from '@nashra/db';
import type { PageLook } from '@nashra/extract';
import { silentLogger } from '@nashra/log';
import { findGuard, listGuards, setGuard } from '@nashra/sources';
import { addAddress, addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGuardBook } from '../src/guard-book.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'nashra-blobs-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const look: PageLook = {
  ...{ isArticle: true, title: true, date: true, authors: true, image: true, film: false },
  section: 'news',
  ...{ words: 300, sureness: 0.97, frame: Int32Array.from({ length: 30 }, (_, n) => n + 1) },
};
const empty: PageLook = { ...look, isArticle: false };
const HOUR_MS = 3_600_000;

async function kept(publisherId: number, path: string, html: string): Promise<GuardSample> {
  const { db } = database;
  const blobs = await openBlobs(folder);
  const address = `https://sahifa.example${path}`;
  const addressId = await addAddress(db, address, publisherId);
  const { sha256 } = await blobs.put(Buffer.from(html));
  const head = { status: 200, headers: { 'content-type': 'text/html' } };
  const captured = { addressId, blobSha256: sha256, origin: 'http', finalAddress: address, head };
  return { addressId, captureId: await keep(db, { ...captured, origin: 'http' }) };
}

it('holds a publisher whose pages stop being articles, says what changed, and goes on when told to', async () => {
  const { db } = database;
  const publisherId = await addPublisher(db);
  const { slug } = await db
    .selectFrom('publisher')
    .select('slug')
    .where('id', '=', publisherId)
    .executeTakeFirstOrThrow();
  const before = await kept(publisherId, '/1', '<body><main class="story"><p>x</p></main></body>');
  const after = await kept(publisherId, '/2', '<body><div class="app">loads</div></body>');
  const blobs = await openBlobs(folder);
  // Two processes that take turns: neither sees all pages, and both come to hold.
  const books = [openGuardBook(db, blobs, silentLogger), openGuardBook(db, blobs, silentLogger)];
  const show = (n: number, seen: PageLook, page: GuardSample) =>
    books[n % 2]?.watch(publisherId, seen, page, Date.UTC(2026, 0, 1) + n * 3 * HOUR_MS);
  for (let n = 0; n < 240; n++) expect(await show(n, look, before)).toBe(false);
  expect(await listGuards(db)).toEqual([]);
  const held: (boolean | undefined)[] = [];
  for (let n = 240; n < 270; n++) held.push(await show(n, empty, after));
  expect(held.indexOf(true)).toBeLessThan(25);
  expect(held.at(-1)).toBe(true);
  const [guard] = await listGuards(db);
  expect(guard).toMatchObject({ publisher: slug, state: 'held', told: { isCollapse: true } });
  expect(guard?.told?.fields.map(({ field }) => field)).toContain('article');
  expect(guard?.told?.pages).toEqual({ before: before.addressId, after: after.addressId });
  expect(guard?.told?.diff).toEqual(['- main.story', '-   p', '+ div.app']);
  await setGuard(db, slug, 'watching', { actor: 'test', reason: 'it is read again' });
  expect(await findGuard(db, slug)).toMatchObject({ state: 'watching', told: null });
  const fresh = openGuardBook(db, blobs, silentLogger);
  expect(await fresh.watch(publisherId, empty, after, Date.now())).toBe(false);
});
