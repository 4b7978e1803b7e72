import { InvalidPayloadError } from '@nashra/errors';
import { silentLogger } from '@nashra/log';
import { startWorker } from '@nashra/queue';
import { addAddress, addPublisher, waitFor } from '@nashra/testkit';
import { expect, it } from 'vitest';
import { queues as contracts, discardQuarantine, quarantine, sweepFailed } from '../src/index.ts';
import { openStand } from './stand.ts';

it('forgets a failed job when nobody has to do with it any more, and not before', async () => {
  await using stand = await openStand();
  const { db, queues, redis } = stand;
  const addressId = await addAddress(db, 'https://sahifa.example/1', await addPublisher(db));
  const failed = async () => (await queues.counts(['parse'])).parse.failed;
  await queues.push('parse', { addressId });
  await queues.bull.parse.add('parse', {});
  {
    await using _worker = startWorker(
      contracts.parse,
      async () => {
        throw new InvalidPayloadError('no');
      },
      {
        redisUrl: redis.url,
        prefix: redis.prefix,
        concurrency: 1,
        log: silentLogger,
        onGiveUp: (job) => quarantine(stand, 'parse', job),
      },
    );
    await waitFor(async () => (await failed()) === 2, { what: 'both to fail' });
  }
  expect(await sweepFailed(stand, 0)).toBe(0);
  const rows = await db.selectFrom('quarantine').select('id').orderBy('id').execute();
  await discardQuarantine(
    stand,
    rows.slice(0, 1).map(({ id }) => id),
    { actor: 'test' },
  );
  expect(await sweepFailed(stand, 0)).toBe(1);
  await discardQuarantine(
    stand,
    rows.map(({ id }) => id),
    { actor: 'test' },
  );
  expect(await sweepFailed(stand)).toBe(0);
  expect(await sweepFailed(stand, 0)).toBe(1);
  expect(await failed()).toBe(0);
});
