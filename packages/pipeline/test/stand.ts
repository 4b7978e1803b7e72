import { openQueues } from '@nashra/queue';
import { clearRows, type TestRedis, testDatabase, testRedis } from '@nashra/testkit';
import { queues as contracts, type Pipeline } from '../src/index.ts';

/** A pipeline without services, on a database and a key prefix of its own. */
export interface Stand extends AsyncDisposable, Pipeline {
  readonly redis: TestRedis;
  /** Every row and key gone. */
  clear(): Promise<void>;
}

export async function openStand(): Promise<Stand> {
  const database = await testDatabase({ poolSize: 10 });
  const redis = testRedis();
  const queues = openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix });
  const { db } = database;
  return {
    db,
    queues,
    redis,
    async clear() {
      await redis.clear();
      await clearRows(db);
    },
    async [Symbol.asyncDispose]() {
      await queues[Symbol.asyncDispose]();
      await redis.clear();
      await database.drop();
    },
  };
}
