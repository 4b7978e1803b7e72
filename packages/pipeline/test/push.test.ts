import { addAddress, addPublisher } from '@nashra/testkit';
import { afterAll, expect, it } from 'vitest';
import { advance, stageOf } from '../src/index.ts';
import { pushOnward } from '../src/push.ts';
import { openStand } from './stand.ts';

const stand = await openStand();
afterAll(() => stand[Symbol.asyncDispose]());

const waiting = async () => (await stand.queues.counts(['parse', 'dedupe'])) as object;

it('gives the back lane jobs of its own, which news goes before', async () => {
  await stand.clear();
  const ids = Array.from({ length: 40 }, (_, n) => n + 1);
  await pushOnward(stand.queues, stageOf('parse'), ids, (id) => (id % 2 === 0 ? 1 : 0));
  expect(await waiting()).toMatchObject({ parse: { waiting: 4, background: 2 } });
});

it('lets an address keep its lane from stage to stage', async () => {
  await stand.clear();
  const publisherId = await addPublisher(stand.db);
  const add = (lane: 0 | 1) =>
    addAddress(stand.db, `https://a.example/${lane}`, publisherId, { state: 'fetched', lane });
  const ids = [await add(0), await add(1)];
  const onward = new Map(ids.map((id) => [id, { to: 'next' } as const]));
  await advance(stand, 'parse', ids, async () => onward);
  expect(await waiting()).toMatchObject({ dedupe: { waiting: 2, background: 1 } });
});
