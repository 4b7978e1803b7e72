import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBlobs } from '@nashra/blobs';
import { readBody, readCaptures } from '@nashra/captures';
import { addPublisher } from '@nashra/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arrive, enter, journeyOf } from '../src/index.ts';
import { openStand, type Stand } from './stand.ts';

const options = { act: { actor: 'test' }, timeZone: 'Africa/Tunis' };
const PAGE = 'https://sahifa.example/news/1';
let stand: Stand;
let folder: string;

beforeAll(async () => {
  stand = await openStand();
  folder = await mkdtemp(join(tmpdir(), 'nashra-blobs-'));
});
afterAll(async () => {
  await stand[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});
beforeEach(() => stand.clear());

describe('enter', () => {
  it('makes a page wait and asks for its release, and leaves one in flight alone', async () => {
    const first = await enter(stand, `${PAGE}?utm_source=x`, options);
    expect(first).toMatchObject({ address: PAGE, after: 0 });
    expect((await stand.queues.counts(['release'])).release.waiting).toBe(1);
    const again = await enter(stand, PAGE, options);
    expect(again.id).toBe(first.id);
    expect(await journeyOf(stand, PAGE)).toMatchObject({
      state: 'waiting',
      reason: 'ingest',
      steps: [{ state: 'waiting' }],
    });
  });

  it('takes the publisher of the host, and makes none for a host that nobody knows', async () => {
    await enter(stand, PAGE, options);
    expect(await journeyOf(stand, PAGE)).toMatchObject({ publisher: 'unknown' });
    const rows = await stand.db.selectFrom('publisher').select('id').where('id', '>', 0).execute();
    expect(rows).toEqual([]);
    const homepage = 'https://www.other.example/';
    await addPublisher(stand.db, { slug: 'other', name: 'Other', homepage });
    await enter(stand, 'https://other.example/1', options);
    expect(await journeyOf(stand, 'https://other.example/1')).toMatchObject({ publisher: 'other' });
  });

  it('refuses what is no address, and a publisher who rests', async () => {
    await expect(enter(stand, 'nonsense', options)).rejects.toMatchObject({ code: 'NO_ADDRESS' });
    const homepage = 'https://sahifa.example/';
    await addPublisher(stand.db, { homepage });
    await stand.db.updateTable('publisher').set({ state: 'paused' }).execute();
    await expect(enter(stand, PAGE, options)).rejects.toMatchObject({
      code: 'PUBLISHER_PAUSED',
      slug: 'sahifa',
    });
  });
});

describe('arrive', () => {
  it('takes in bytes that nobody fetched, with their own time and head', async () => {
    const blobs = await openBlobs(folder);
    const publisherId = await addPublisher(stand.db);
    const capturedAt = new Date('2019-05-04T03:02:01Z');
    const arrival = {
      address: PAGE,
      bytes: Buffer.from('<html>'),
      origin: 'warc',
      publisherId,
      headers: { 'content-type': 'text/html; charset=windows-1256', 'set-cookie': 'secret=1' },
      status: 200,
      capturedAt,
    } as const;
    const id = await arrive(stand, blobs, arrival);
    const journey = await journeyOf(stand, String(id));
    expect(journey).toMatchObject({
      state: 'fetched',
      waitsFor: 'parse',
      job: { state: 'waiting' },
    });
    const captures = await readCaptures(stand.db, [
      { addressId: id ?? 0, captureId: journey?.captureId ?? 0 },
    ]);
    const [capture] = captures.values();
    expect(capture).toMatchObject({ origin: 'warc', capturedAt, finalAddress: PAGE });
    const body = capture && (await readBody(blobs, capture));
    expect(body).toEqual({
      bytes: Buffer.from('<html>'),
      contentType: 'text/html; charset=windows-1256',
    });
    const { head } = await stand.db.selectFrom('capture').select('head').executeTakeFirstOrThrow();
    expect(JSON.stringify(head)).not.toContain('secret');
    expect(await arrive(stand, blobs, { ...arrival, address: 'nonsense' })).toBeNull();
  });
});
