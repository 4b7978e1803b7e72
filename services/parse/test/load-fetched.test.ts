import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlobStore, openBlobs } from '@nashra/blobs';
import { keep, sweepFetchLog } from '@nashra/captures';
import { move } from '@nashra/ledger';
import { openKept } from '@nashra/reading';
import { addAddress, addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFetched } from '../src/load-fetched.ts';
import { openPublisherBook } from '../src/publisher-book.ts';

const BYTES = Buffer.from('<html>');
let database: TestDatabase;
let folder: string;
let blobs: BlobStore;
let publisherId: number;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'nashra-blobs-'));
  blobs = await openBlobs(folder);
  publisherId = await addPublisher(database.db);
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function load(id: number) {
  const { db } = database;
  const [found] = await findFetched({ db }, [id]);
  const readPublisher = openPublisherBook(db).read;
  return found && (await openKept({ blobs, readPublisher }, found));
}

async function fetched(path: string, contentType: string): Promise<number> {
  const { db } = database;
  const addressId = await addAddress(db, `https://sahifa.example${path}`, publisherId, {
    state: 'fetched',
  });
  const { sha256 } = await blobs.put(BYTES);
  const captureId = await keep(db, {
    addressId,
    blobSha256: sha256,
    origin: 'http',
    finalAddress: `https://sahifa.example/moved${path}`,
    head: { status: 200, headers: { 'content-type': contentType } },
    capturedAt: new Date('2026-03-01T10:00:00Z'),
  });
  const rows = [{ id: addressId, set: { capture_id: captureId } }];
  await move(db, { from: ['fetched'], to: { at: 'fetched' }, rows });
  return addressId;
}

it('reads stored bytes as they were read at first, when the log of their request is long gone', async () => {
  const id = await fetched('/1', 'text/html; charset=utf-8');
  const first = await load(id);
  await sweepFetchLog(database.db, 0, 1_000);
  expect(await load(id)).toEqual(first);
  expect(first).toMatchObject({
    url: 'https://sahifa.example/moved/1',
    capturedAt: new Date('2026-03-01T10:00:00Z'),
    bytes: BYTES,
  });
});

it('keeps to each address the head of its own answer, be the bytes the same', async () => {
  const one = await fetched('/ar', 'text/html; charset=windows-1256');
  const two = await fetched('/fr', 'text/html; charset=iso-8859-15');
  expect((await load(one))?.contentType).toBe('text/html; charset=windows-1256');
  expect((await load(two))?.contentType).toBe('text/html; charset=iso-8859-15');
});
