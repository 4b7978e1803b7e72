import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { inject } from 'vitest';

export interface TestRedis {
  readonly url: string;
  /** For NASHRA_PREFIX and the like: no other test file uses it. */
  readonly prefix: string;
  /** Deletes every key that carries the prefix, all at once, as FLUSHALL would. */
  clear(): Promise<void>;
}

/** One script: a client that writes meanwhile never sees half of its keys gone. */
const CLEAR = `
  for _, key in ipairs(redis.call('KEYS', ARGV[1])) do redis.call('UNLINK', key) end`;

/** A key prefix of the caller's own on the run's Redis. */
export function testRedis(): TestRedis {
  const url = inject('redisUrl');
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  return {
    url,
    prefix,
    async clear() {
      const redis = new Redis(url);
      await redis.eval(CLEAR, 0, `*${prefix}*`);
      await redis.quit();
    },
  };
}
