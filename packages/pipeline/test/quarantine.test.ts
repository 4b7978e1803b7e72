import { claimAll, reserveIds, saveDrafts, writeArticles } from '@nashra/articles';
import { readAudit } from '@nashra/audit';
import { keep } from '@nashra/captures';
import { findAddresses, findEnded } from '@nashra/ledger';
import { pollNow } from '@nashra/sources';
import { addAddress, addFeed, addPublisher, putAddress } from '@nashra/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  discardQuarantine,
  pollDue,
  quarantine,
  reconcile,
  replay,
  sweepQuarantine,
} from '../src/index.ts';
import { draft } from './draft.ts';
import { openStand, type Stand } from './stand.ts';

const act = { actor: 'test' };
let stand: Stand;
let publisherId: number;
let addressId: number;

beforeAll(async () => {
  stand = await openStand();
});
afterAll(() => stand[Symbol.asyncDispose]());
beforeEach(async () => {
  await stand.clear();
  publisherId = await addPublisher(stand.db);
  addressId = await addAddress(stand.db, 'https://sahifa.example/1', publisherId);
});

const put = (state: string, id = addressId) => putAddress(stand.db, id, state);
const row = async (id = addressId) => {
  const [found] = await findAddresses(stand.db, { ids: [id] });
  if (!found) throw new Error(`no address ${id}`);
  return found;
};
const rows = () => stand.db.selectFrom('quarantine').selectAll().execute();
const giveUp = (id = addressId, code = 'STALLED') =>
  quarantine(stand, 'dedupe', { payload: { addressId: id }, code, message: 'x', jobId: '1' });

/** An address that waits for index, its article claimed. */
async function decided(address: string): Promise<{ id: number; articleId: number }> {
  const { db } = stand;
  const id = await addAddress(db, address, publisherId);
  await put('decided', id);
  await saveDrafts(db, [{ addressId: id, address, guidKey: null, draft: draft() }]);
  const [articleId = 0, storyId = 0] = await reserveIds(db, 2);
  const decision = { kind: 'new', articleId, storyId, copyOf: null } as const;
  const keys = [{ kind: 'text', key: Buffer.alloc(16, 1) }] as const;
  await claimAll(db, [{ addressId: id, publisherId, decision, keys }]);
  await db.updateTable('address').set({ article_id: articleId }).where('id', '=', id).execute();
  return { id, articleId };
}

describe('quarantine', () => {
  it('keeps a job that fits no contract, and touches no address', async () => {
    const job = { payload: { nonsense: true }, code: 'PAYLOAD_INVALID', message: '', jobId: '1' };
    await quarantine(stand, 'parse', job);
    expect(await rows()).toMatchObject([
      { queue: 'parse', payload: { nonsense: true }, address_id: null },
    ]);
    expect((await row()).state).toBe('waiting');
  });

  it('has nothing of a feed any more that is polled again', async () => {
    const id = await addFeed(stand.db, 'https://sahifa.example/feed', publisherId);
    await put('fetched', id);
    await giveUp(id);
    await giveUp();
    expect(await rows()).toHaveLength(2);
    await pollNow(stand.db, 'https://sahifa.example/feed', act);
    expect(await pollDue(stand, { limit: 10, aheadMs: 0 })).toBe(1);
    expect(await rows()).toMatchObject([{ address_id: addressId }]);
  });

  it('keeps a job whose payload and error quote what Postgres refuses', async () => {
    const message = `not a date: \0${'😀'.repeat(2_000)}`;
    const job = { code: 'UNEXPECTED', message, jobId: undefined };
    await quarantine(stand, 'parse', { ...job, payload: { text: 'a\0\ud83d' } });
    await quarantine(stand, 'parse', { ...job, payload: { text: '😀'.repeat(5_000) } });
    const kept = (await rows()).toSorted((a, b) => a.id - b.id);
    expect(kept.map((it) => it.payload)).toEqual([
      { text: 'a\ufffd' },
      { cut: expect.stringMatching(/^\{"text":"(?:😀)+$/u) },
    ]);
    expect(kept[0]?.message).toMatch(/^not a date: (?:😀)+$/u);
  });

  it('keeps one row an address, the latest', async () => {
    await put('parsed');
    await giveUp();
    await put('parsed');
    await giveUp(addressId, 'UNEXPECTED');
    expect(await rows()).toMatchObject([{ code: 'UNEXPECTED' }]);
  });

  it.each(['a stage', 'the reconciler'])(
    'takes back what was claimed and never written, when %s gives up',
    async (who) => {
      const { id } = await decided('https://sahifa.example/claimed');
      if (who === 'a stage') await giveUp(id);
      else await reconcile(stand, { graceMs: 0, intervalMs: 1, limit: 10, maxRescues: 0 });
      expect(await stand.db.selectFrom('article').select('id').execute()).toEqual([]);
      expect(await stand.db.selectFrom('story').select('id').execute()).toEqual([]);
      expect(await stand.db.selectFrom('draft').select('address_id').execute()).toEqual([]);
      expect(await row(id)).toMatchObject({ state: 'quarantined', articleId: null });
    },
  );

  it('sends those who believed in a claim back to be read for themselves', async () => {
    const { id, articleId } = await decided('https://sahifa.example/original');
    const believer = { article_id: articleId, state: 'known', reason: 'copy' };
    const [kept, unkept] = await Promise.all([
      addAddress(stand.db, 'https://sahifa.example/copy', publisherId, believer),
      addAddress(stand.db, 'https://sahifa.example/copy-2', publisherId, believer),
    ]);
    const captureId = await keep(stand.db, {
      addressId: kept,
      blobSha256: '00'.repeat(32),
      origin: 'http',
      finalAddress: 'https://sahifa.example/copy',
      head: {},
    });
    await stand.db
      .updateTable('address')
      .set({ capture_id: captureId })
      .where('id', '=', kept)
      .execute();
    await giveUp(id);
    const again = { reason: 'original_lost', articleId: null };
    expect(await row(kept)).toMatchObject({ ...again, state: 'fetched' });
    expect(await row(unkept)).toMatchObject({ ...again, state: 'waiting' });
  });

  it('has a draft decided again that was to revise what nobody will write', async () => {
    const { db } = stand;
    const { id, articleId } = await decided('https://sahifa.example/original');
    await put('decided');
    const { address } = await row();
    await saveDrafts(db, [{ addressId, address, guidKey: null, draft: draft() }]);
    const of = { article_id: articleId };
    await db.updateTable('draft').set(of).where('address_id', '=', addressId).execute();
    await giveUp(id);
    expect(await row()).toMatchObject({ state: 'parsed', reason: 'original_lost' });
  });

  it('leaves a written article alone', async () => {
    const { id, articleId } = await decided('https://sahifa.example/written');
    await stand.db.transaction().execute((tx) => writeArticles(tx, [id]));
    await giveUp(id);
    expect(await stand.db.selectFrom('article').select('id').execute()).toEqual([
      { id: articleId },
    ]);
  });
});

describe('replay', () => {
  const from = 'fetch';
  const filter = 'reason:stalled';

  it('takes what goes through again out of quarantine, and writes down who sent it', async () => {
    await put('parsed');
    await giveUp();
    const { ids, totals } = await findEnded(stand.db, {
      states: ['quarantined'],
      reasons: ['stalled'],
      limit: 10,
    });
    expect(totals).toEqual([{ state: 'quarantined', reason: 'stalled', count: 1 }]);
    expect(await replay(stand, ids, { from, filter, act })).toEqual([addressId]);
    expect(await row()).toMatchObject({ state: 'waiting', reason: 'replay' });
    expect(await rows()).toEqual([]);
    expect(await readAudit(stand.db, { limit: 1 })).toMatchObject([
      { actor: 'test', action: 'address.replay', subject: filter, detail: { count: 1 } },
    ]);
  });

  it('reads again from stored bytes only what has some', async () => {
    await put('read');
    expect(await replay(stand, [addressId], { from: 'parse', filter, act })).toEqual([]);
    await stand.db.updateTable('address').set({ capture_id: 1 }).execute();
    expect(await replay(stand, [addressId], { from: 'parse', filter, act })).toEqual([addressId]);
    expect((await stand.queues.counts(['parse'])).parse.waiting).toBe(1);
  });
});

it('forgets rows by hand and by age; the address keeps its reason', async () => {
  await put('parsed');
  await giveUp();
  const [kept] = await rows();
  expect(await sweepQuarantine(stand.db, 1, 100)).toBe(0);
  expect(await discardQuarantine(stand, [kept?.id ?? 0], act)).toBe(1);
  expect(await row()).toMatchObject({ state: 'quarantined', reason: 'stalled' });
  expect(await readAudit(stand.db, { limit: 1 })).toMatchObject([{ action: 'quarantine.discard' }]);
});
