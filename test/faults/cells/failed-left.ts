import { waitFor } from '@nashra/testkit';
import type { Cell } from '../cell.ts';

const LONG_AGO_MS = 3_600_000;

export const failedLeft: Cell = {
  name: 'failed-left',
  kind: 'queue',
  what: 'jobs that failed in an outage are left, though their addresses have long gone on',
  async begin({ db, queues, raw, key }) {
    const rows = await db.selectFrom('address').select('id').limit(5).execute();
    for (const { id: addressId } of rows) {
      const job = await queues.bull.index.add('index', { addressId }, { delay: LONG_AGO_MS });
      const at = Date.now() - LONG_AGO_MS;
      await raw.zrem(key('index', 'delayed'), job.id ?? '');
      await raw.hset(key('index', job.id ?? ''), 'finishedOn', at, 'failedReason', 'an outage');
      await raw.zadd(key('index', 'failed'), at, job.id ?? '');
    }
  },
  async check({ queues }) {
    const isForgotten = async () => (await queues.counts(['index'])).index.failed === 0;
    await waitFor(isForgotten, { timeoutMs: 30_000, what: 'the failed jobs to be forgotten' });
  },
};
