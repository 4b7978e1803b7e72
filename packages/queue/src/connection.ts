import { revealed, type Secret } from '@nashra/env';
import { Redis } from 'ioredis';

export interface RedisOptions {
  readonly redisUrl: string | Secret;
  /** First part of every key. Each queue adds its own hash tag, so that it lives on one slot. */
  readonly prefix: string;
}

/** Of every connection: a server that was away is asked again soon, however long it was away. */
const COMMON = {
  connectTimeout: 5_000,
  keepAlive: 10_000,
  retryStrategy: (times: number) => Math.min(50 * 2 ** times, 2_000),
} as const;

/**
 * A producer's connection: a command that gets no answer in time is an error, not a hang, and a socket that owes one
 * for so long is dead and replaced.
 */
export function openProducerConnection(redisUrl: string | Secret): Redis {
  return new Redis(revealed(redisUrl), {
    ...COMMON,
    commandTimeout: 10_000,
    socketTimeout: 5_000,
    maxRetriesPerRequest: 2,
  });
}

/** A worker that waits for its next job asks anew after so long. */
export const LONGEST_WAIT_S = 4;

/** What BullMQ opens a worker's connections with: silence that is longer than a wait is death. */
export const workerConnection = (redisUrl: string | Secret) => ({
  ...COMMON,
  url: revealed(redisUrl),
  socketTimeout: 1_000 * LONGEST_WAIT_S + 2_000,
});

/** BullMQ's key prefix of one queue: `{nashra:fetch}`. */
export function queuePrefix(prefix: string, name: string): string {
  return `{${prefix}:${name}}`;
}

/** A connection for state other than queues: per-host slots, short-lived caches. */
export function openRedis(redisUrl: string | Secret): AsyncDisposable & { readonly redis: Redis } {
  const redis = openProducerConnection(redisUrl);
  redis.on('error', () => {});
  return {
    redis,
    async [Symbol.asyncDispose]() {
      redis.disconnect();
    },
  };
}
