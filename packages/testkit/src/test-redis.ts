import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { inject } from 'vitest';

export interface TestRedis {
  readonly url: string;
  /** For NASHRA_PREFIX and the like: no other test file uses it. */
  readonly prefix: string;
  /** Deletes every key that carries the prefix. */
  clear(): Promise<void>;
}

/** A key prefix of the caller's own on the run's Redis. */
export function testRedis(): TestRedis {
  const url = inject('redisUrl');
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  return {
    url,
    prefix,
    async clear() {
      const redis = new Redis(url);
      for await (const keys of redis.scanStream({ match: `*${prefix}*`, count: 1_000 })) {
        if (keys.length > 0) await redis.unlink(...(keys as string[]));
      }
      await redis.quit();
    },
  };
}
