import { Redis } from 'ioredis';

export interface RedisOptions {
  readonly redisUrl: string;
  /** First part of every key. Each queue adds its own hash tag, so that it lives on one slot. */
  readonly prefix: string;
}

/** A producer's connection: a command that gets no answer in 10 s is an error, not a hang. */
export function openProducerConnection(redisUrl: string): Redis {
  return new Redis(redisUrl, { commandTimeout: 10_000, maxRetriesPerRequest: 2 });
}

/** BullMQ's key prefix of one queue: `{nashra:fetch}`. */
export function queuePrefix(prefix: string, name: string): string {
  return `{${prefix}:${name}}`;
}

/** A connection for state other than queues: per-host slots, short-lived caches. */
export function openRedis(redisUrl: string): AsyncDisposable & { readonly redis: Redis } {
  const redis = openProducerConnection(redisUrl);
  redis.on('error', () => {});
  return {
    redis,
    async [Symbol.asyncDispose]() {
      redis.disconnect();
    },
  };
}
