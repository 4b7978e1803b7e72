import { readFileSync } from 'node:fs';
import type { Secret } from '@nashra/env';
import { Cluster, Redis } from 'ioredis';
import { gatherWrites } from './gather-writes.ts';
import { type RedisAddress, readRedisAddress } from './redis-address.ts';

export interface RedisOptions {
  readonly redisUrl: string | Secret;
  /** First part of every key. Each queue adds its own hash tag, so that it lives on one slot. */
  readonly prefix: string;
}

/** A Redis, or several that are one. */
export type Client = Redis | Cluster;

/** How long is waited for whom. */
interface Patience {
  readonly connectTimeout: number;
  readonly keepAlive: number;
  readonly commandTimeout?: number;
  readonly socketTimeout: number;
  readonly maxRetriesPerRequest: number | null;
}

/** A server that was away is asked again soon, however long it was away. */
const retryStrategy = (times: number) => Math.min(50 * 2 ** times, 2_000);

/** A server that owes an answer for so long is dead. */
const SILENCE_MS = 4_000;
const ASK_MS = 2_000;

/** Of every connection. */
const COMMON = { connectTimeout: 5_000, keepAlive: 10_000 } as const;

/**
 * A producer's connection: a command that gets no answer in time is an error, not a hang, and a socket that owes one
 * for so long is dead and replaced.
 */
export function openProducerConnection(redisUrl: string | Secret): Client {
  const client = connect(readRedisAddress(redisUrl), {
    ...COMMON,
    commandTimeout: 10_000,
    socketTimeout: SILENCE_MS,
    maxRetriesPerRequest: 2,
  });
  return keepAsking(client);
}

/** Who asks nothing is owed nothing, and would meet a dead connection only at work: so something is asked now and then. */
function keepAsking(client: Client): Client {
  const ask = () => void (client.status === 'ready' && client.ping().catch(() => {}));
  const timer = setInterval(ask, ASK_MS).unref();
  client.once('end', () => clearInterval(timer));
  return client;
}

/** A worker that waits for its next job asks anew after so long. */
export const LONGEST_WAIT_S = 2;

/** What BullMQ works with as a worker, and opens another like it to wait with: silence that is longer than a wait is death. */
export function openWorkerConnection(redisUrl: string | Secret): Client {
  const client = connect(readRedisAddress(redisUrl), {
    ...COMMON,
    socketTimeout: 1_000 * LONGEST_WAIT_S + SILENCE_MS,
    maxRetriesPerRequest: null,
  });
  return keepAsking(client);
}

function connect(address: RedisAddress, patience: Patience): Client {
  const client = open(address, patience);
  if (client instanceof Cluster) client.on('+node', gatherWrites);
  else gatherWrites(client);
  return client;
}

function open(address: RedisAddress, patience: Patience): Client {
  const { shape, nodes, username, password, db } = address;
  const tls = tlsOf(address);
  const login = { ...(username && { username }), ...(password && { password }) };
  if (shape === 'cluster') {
    return new Cluster([...nodes], {
      redisOptions: { ...patience, ...login, ...(tls && { tls }) },
      clusterRetryStrategy: retryStrategy,
      // Certificates are made out to names: a managed cluster says those of its nodes.
      ...(tls && { dnsLookup: (name, found) => found(null, name) }),
    });
  }
  const common = { ...patience, ...login, db, retryStrategy };
  if (shape === 'sentinel') {
    return new Redis({
      ...common,
      sentinels: [...nodes],
      name: address.master ?? '',
      sentinelRetryStrategy: retryStrategy,
      ...(tls && { tls, sentinelTLS: tls, enableTLSForSentinelMode: true }),
    });
  }
  return new Redis({ ...common, ...nodes[0], ...(tls && { tls }) });
}

function tlsOf({ tls, ca }: RedisAddress): { readonly ca?: Buffer } | null {
  if (!tls) return null;
  return ca ? { ca: readFileSync(ca) } : {};
}

/** BullMQ's key prefix of one queue: `{nashra:fetch}`. */
export function queuePrefix(prefix: string, name: string): string {
  return `{${prefix}:${name}}`;
}

/** A connection for state other than queues: per-host slots, short-lived caches. */
export function openRedis(redisUrl: string | Secret): AsyncDisposable & { readonly redis: Client } {
  const redis = openProducerConnection(redisUrl);
  redis.on('error', () => {});
  return {
    redis,
    async [Symbol.asyncDispose]() {
      redis.disconnect();
    },
  };
}
