import { readAudit } from '@nashra/audit';
import { addAddress, addArticles, addFeed, addPublisher } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeEach, expect, it } from 'vitest';
import {
  askErrand,
  awaitErrand,
  carryOutNext,
  operatorsCarriers,
  readErrand,
  sweepErrands,
} from '../src/index.ts';
import { openStand } from './stand.ts';

const stand = await openStand();
const { db } = stand;
afterAll(() => stand[Symbol.asyncDispose]());
beforeEach(() => stand.clear());

const act = { actor: 'ops:amina', reason: 'one fire' };
const carriers = operatorsCarriers(stand);
const answerOf = async (id: number) => {
  await carryOutNext(db, carriers);
  return await readErrand(db, id);
};

async function twoStories() {
  const publisherId = await addPublisher(db, { slug: 'sahifa' });
  const ids = await addArticles(db, [
    { publisherId, title: 'A fire' },
    { publisherId, title: 'A fire again' },
  ]);
  const { rows } = await sql<{ id: number; story: number }>`
    select id, story_id as story from nashra.article where id = any(${ids}::bigint[]) order by id`.execute(
    db,
  );
  return rows.map(({ id, story }) => ({ id, story }));
}

it('merges two stories, and splits what was moved off again by what the answer says', async () => {
  const [one, other] = await twoStories();
  const asked = { from: one?.story ?? 0, into: other?.story ?? 0 };
  const merged = await answerOf(await askErrand(db, 'story.merge', asked, act));
  expect(merged).toMatchObject({ state: 'done', answer: { moved: [one?.id] } });
  const split = await answerOf(
    await askErrand(db, 'story.split', { articles: [one?.id ?? 0] }, act),
  );
  expect(split).toMatchObject({ state: 'done', answer: { from: other?.story } });
  const deeds = await readAudit(db, { limit: 10 });
  expect(deeds.map(({ actor, action, reason }) => [actor, action, reason])).toEqual([
    ['ops:amina', 'story.split', 'one fire'],
    ['ops:amina', 'story.merge', 'one fire'],
  ]);
});

it('says in the verb’s words what is refused, and writes nothing of it', async () => {
  const id = await askErrand(db, 'story.merge', { from: 1, into: 2 }, act);
  expect(await answerOf(id)).toMatchObject({ state: 'refused', refusal: 'No story 1.' });
  expect(await readAudit(db, { limit: 1 })).toEqual([]);
});

it('is done once by however many who carry, and tells who waits', async () => {
  const [one, other] = await twoStories();
  const id = await askErrand(
    db,
    'story.merge',
    { from: one?.story ?? 0, into: other?.story ?? 0 },
    act,
  );
  const waiting = awaitErrand(db, id, 10_000);
  await Promise.all(Array.from({ length: 4 }, () => carryOutNext(db, carriers)));
  expect(await waiting).toMatchObject({ state: 'done' });
  expect(await readAudit(db, { limit: 10 })).toHaveLength(1);
});

it('leaves to others what it cannot carry, and takes over from who died twice at the most', async () => {
  const id = await askErrand(db, 'page.read', { address: 7 }, act);
  expect(await carryOutNext(db, carriers)).toBe(false);
  let begun = 0;
  const reads = { apart: { 'page.read': async () => (begun += 1) } };
  const dies = () =>
    sql`update nashra.errand set ended_at = null, answer = null, taken_at = now() - interval '2 minutes'
      where id = ${id}`.execute(db);
  for (let n = 0; n < 3; n += 1) {
    await carryOutNext(db, reads);
    await dies();
  }
  expect(begun).toBe(2);
});

it('ends what nobody takes up, and forgets what ended an hour ago', async () => {
  const id = await askErrand(db, 'page.read', { address: 7 }, act);
  await sql`update nashra.errand set id = nashra.id_at(now() - interval '3 minutes') where id = ${id}`.execute(
    db,
  );
  expect(await sweepErrands(db, 10)).toBe(0);
  const { rows } = await sql<{ refusal: string }>`select refusal from nashra.errand`.execute(db);
  expect(rows[0]?.refusal).toMatch(/No service took it up/);
  await sql`update nashra.errand set ended_at = now() - interval '2 hours'`.execute(db);
  expect(await sweepErrands(db, 10)).toBe(1);
});

it('moves a feed and brings it back, with a row each', async () => {
  const publisherId = await addPublisher(db, { slug: 'sahifa' });
  const [here, there] = ['https://sahifa.example/rss', 'https://sahifa.example/feed'];
  await addFeed(db, here, publisherId);
  const there_ = await answerOf(
    await askErrand(db, 'source.move', { source: here, to: there }, act),
  );
  expect(there_).toMatchObject({ state: 'done', answer: { source: there } });
  const back = await answerOf(await askErrand(db, 'source.move', { source: there, to: here }, act));
  expect(back).toMatchObject({ state: 'done' });
  const moves = await readAudit(db, { limit: 10 });
  expect(moves.map(({ detail }) => detail)).toEqual([
    { from: there, to: here },
    { from: here, to: there },
  ]);
});

it('sends an address through again, and says where it cannot', async () => {
  const publisherId = await addPublisher(db, { slug: 'sahifa' });
  const address = await addAddress(db, 'https://sahifa.example/1', publisherId, {
    state: 'dropped',
    reason: 'no_text',
  });
  const again = (from: 'fetch' | 'parse') =>
    askErrand(db, 'address.replay', { address, from }, act);
  expect(await answerOf(await again('parse'))).toMatchObject({
    refusal: expect.stringMatching(/no bytes of it are kept/),
  });
  expect(await answerOf(await again('fetch'))).toMatchObject({ answer: { sent: [address] } });
});

it('keeps a turn for others, however much one person asks for', async () => {
  const ask = (actor: string) => askErrand(db, 'page.read', { address: 1 }, { actor });
  const asked = await Promise.allSettled(Array.from({ length: 30 }, () => ask('ops:eager')));
  const refused = asked.filter(({ status }) => status === 'rejected');
  // Side by side some see the same count.
  expect(refused.length).toBeGreaterThan(0);
  await expect(ask('ops:eager')).rejects.toThrow('Too much is asked for');
  expect(await ask('ops:amina')).toBeGreaterThan(0);
});

it('keeps the latest answers of one person and no more, since each may be a whole page', async () => {
  const ids: number[] = [];
  for (let at = 0; at < 55; at += 1) {
    ids.push(await askErrand(db, 'page.read', { address: 1 }, act));
    await carryOutNext(db, { apart: { 'page.read': async () => ({ source: 'a page' }) } });
  }
  const { rows } = await sql<{ id: number }>`select id from nashra.errand order by id`.execute(db);
  expect(rows.map(({ id }) => id)).toEqual(ids.slice(-50));
});
