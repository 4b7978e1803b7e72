import { type PayloadOf, type QueueName, queueNames, queues } from '@nashra/contracts';
import { type JobsOptions, Queue } from 'bullmq';
import { openProducerConnection, queuePrefix, type RedisOptions } from './connection.ts';
import { liveKeys } from './live-keys.ts';
import { within } from './within.ts';

export interface NewJob<N extends QueueName> {
  readonly payload: PayloadOf<N>;
  readonly delayMs?: number;
  /** Runs after every job that is not in the background. */
  readonly background?: boolean;
}

export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

export interface Queues extends AsyncDisposable {
  /** Adds one job; adding the same one again while it waits or runs changes nothing. */
  push<N extends QueueName>(name: N, payload: PayloadOf<N>): Promise<void>;
  /** Adds many in one round trip. */
  pushMany<N extends QueueName>(name: N, jobs: readonly NewJob<N>[]): Promise<void>;
  /** Of these keys, those that a waiting, delayed or running job holds. */
  live(name: QueueName, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Makes `name` receive one job every `everyMs`; called again it changes nothing. */
  repeat(name: QueueName, everyMs: number): Promise<void>;
  /** Of the named queues, or of all. */
  counts<N extends QueueName = QueueName>(names?: readonly N[]): Promise<Record<N, QueueCounts>>;
  /** Throws when Redis does not answer. */
  ping(): Promise<void>;
  /** BullMQ's own objects, for the dashboards. */
  readonly bull: Readonly<Record<QueueName, Queue>>;
}

const KEEP = {
  removeOnComplete: { count: 100 },
  removeOnFail: { age: 7 * 24 * 3600, count: 1000 },
} as const;

export function openQueues({ redisUrl, prefix }: RedisOptions): Queues {
  const connection = openProducerConnection(redisUrl);
  // Errors also reject the command that met them; without a listener they would end the process.
  connection.on('error', () => {});
  const bull = Object.fromEntries(queueNames.map((name) => [name, open(name)])) as Record<
    QueueName,
    Queue
  >;

  function open(name: QueueName): Queue {
    const options = { connection, prefix: queuePrefix(prefix, name), skipWaitingForReady: true };
    const queue = new Queue(name, options);
    queue.on('error', () => {});
    return queue;
  }

  return {
    bull,
    async push(name, payload) {
      await bull[name].add(name, payload, jobOptions(name, { payload }));
    },
    async pushMany(name, jobs) {
      for (let at = 0; at < jobs.length; at += 200) {
        const bulk = jobs.slice(at, at + 200).map((job) => ({
          name,
          data: job.payload,
          opts: jobOptions(name, job),
        }));
        await bull[name].addBulk(bulk);
      }
    },
    live: (name, keys) => liveKeys(connection, `${queuePrefix(prefix, name)}:${name}`, keys),
    async repeat(name, everyMs) {
      const known = await bull[name].getJobScheduler(name);
      if (known?.every === everyMs && known.next && known.next > Date.now() - 5 * everyMs) return;
      await bull[name].upsertJobScheduler(name, { every: everyMs }, { name, data: {}, opts: KEEP });
    },
    async counts<N extends QueueName = QueueName>(names = queueNames as readonly N[]) {
      const all = names.map(async (name) => [name, await countsOf(bull[name])] as const);
      return Object.fromEntries(await Promise.all(all)) as Record<N, QueueCounts>;
    },
    async ping() {
      await connection.ping();
    },
    async [Symbol.asyncDispose]() {
      const closed = Promise.all(Object.values(bull).map((queue) => queue.close()));
      await within(2_000, closed);
      connection.disconnect();
    },
  };
}

/** BullMQ runs jobs without a priority before those with one. */
const BACKGROUND_PRIORITY = 10;

function jobOptions<N extends QueueName>(
  name: N,
  { payload, delayMs = 0, background = false }: NewJob<N>,
): JobsOptions {
  const { attempts, backoffMs, key } = queues[name];
  return {
    ...KEEP,
    // @NOTE not jobId: BullMQ silently drops a job whose id is still among the kept ones.
    deduplication: { id: (key as (payload: PayloadOf<N>) => string)(payload) },
    attempts,
    backoff: { type: 'exponential', delay: backoffMs, jitter: 0.5 },
    ...(delayMs > 0 ? { delay: delayMs } : {}),
    ...(background ? { priority: BACKGROUND_PRIORITY } : {}),
  };
}

async function countsOf(queue: Queue): Promise<QueueCounts> {
  const counts = await queue.getJobCounts('wait', 'prioritized', 'active', 'delayed', 'failed');
  const of = (state: string): number => counts[state] ?? 0;
  return {
    waiting: of('wait') + of('prioritized'),
    active: of('active'),
    delayed: of('delayed'),
    failed: of('failed'),
  };
}
