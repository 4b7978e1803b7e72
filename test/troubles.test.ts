import { queues as contracts, NO_TICK, PAUSED, readTroubles } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { testDatabase, testRedis, waitFor } from '@nashra/testkit';
import { expect, it } from 'vitest';
import { openPipeline } from './pipeline.ts';

it('says that nothing ticks, that a queue is paused, and what a server refuses, each where it is', async () => {
  const [database, redis] = [await testDatabase(), testRedis()];
  const queues = openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix });
  const { db } = database;
  const noScheduler = { where: 'scheduler', what: NO_TICK, since: null };
  expect(await readTroubles({ db, queues })).toEqual([noScheduler]);
  await queues.bull.parse.pause();
  expect(await readTroubles({ db, queues })).toEqual([
    noScheduler,
    { where: 'parse', what: PAUSED, since: null },
  ]);
  await using lost = openQueues(contracts, { redisUrl: 'redis://127.0.0.1:1', prefix: 'x' });
  const found = await readTroubles({ db, queues: lost });
  expect(found.map(({ where }) => where)).toEqual(['redis']);
  await queues[Symbol.asyncDispose]();
  await redis.clear();
  await database.drop();
});

it('is not ready while its queue is paused, and ready again by itself', async () => {
  await using pipeline = await openPipeline();
  await pipeline.start('dedupe');
  await pipeline.queues.bull.dedupe.pause();
  const says = (text: string) =>
    waitFor(async () => (await pipeline.readyz('dedupe')).startsWith(text));
  await says('not ready: dedupe paused');
  await pipeline.queues.bull.dedupe.resume();
  await says('ready');
});
