import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBlobs } from '@nashra/blobs';
import { readBody, readCaptures } from '@nashra/captures';
import { addPublisher } from '@nashra/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Arrival, arrive, arriveAll, enter, journeyOf } from '../src/index.ts';
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
      job: { state: 'prioritized' },
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

  it('says what became of each of many, and takes in none that is older than what is kept', async () => {
    const blobs = await openBlobs(folder);
    await addPublisher(stand.db, { homepage: 'https://sahifa.example/' });
    const at = (path: string, words: string, day: number): Arrival => ({
      address: `https://sahifa.example/${path}`,
      bytes: Buffer.from(words),
      origin: 'warc',
      capturedAt: new Date(Date.UTC(2019, 4, day)),
    });
    const outcomes = async (...arrivals: Arrival[]) =>
      (await arriveAll(stand, blobs, arrivals)).map((it) => it.outcome).join(' ');
    const first = [at('1', 'one', 5), at('1', 'two', 6), at('2', 'x', 5)];
    expect(await outcomes(...first)).toBe('entered busy entered');
    expect(await outcomes(...first)).toBe('known busy known');
    expect(await journeyOf(stand, 'https://sahifa.example/1')).toMatchObject({
      publisher: 'sahifa',
      state: 'fetched',
    });
    await stand.db.deleteFrom('flight').execute();
    await stand.db
      .updateTable('address')
      .set({
        state: 'indexed',
        capture_id: (eb) =>
          eb.selectFrom('capture').select('id').whereRef('address_id', '=', 'address.id'),
      })
      .execute();
    expect(await outcomes(at('1', 'new', 4), at('2', 'new', 6), at('3', 'y', 1))).toBe(
      'older entered entered',
    );
    await stand.db.updateTable('publisher').set({ state: 'paused' }).execute();
    expect(await outcomes(at('1', 'new', 9), { ...at('4', 'z', 1), address: 'x' })).toBe(
      'paused no_address',
    );
  });

  it('leaves an address alone that is about to be fetched, or that is a feed', async () => {
    const blobs = await openBlobs(folder);
    await enter(stand, PAGE, options);
    await stand.db.updateTable('flight').set({ state: 'queued', due_at: null }).execute();
    const arrival = { address: PAGE, bytes: Buffer.from('x'), origin: 'file' } as const;
    expect(await arriveAll(stand, blobs, [arrival])).toMatchObject([{ outcome: 'in_flight' }]);
    await stand.db.updateTable('address').set({ kind: 'feed' }).execute();
    expect(await arriveAll(stand, blobs, [arrival])).toMatchObject([{ outcome: 'other_kind' }]);
  });
});
