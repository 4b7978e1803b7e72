import type { PayloadOf, QueueContract } from '@nashra/contracts';
import { type JobsOptions, Queue } from 'bullmq';
import { backoffOf } from './backoff.ts';
import { type Clock, openClock } from './clock.ts';
import { openProducerConnection, queuePrefix, type RedisOptions } from './connection.ts';
import { type Flow, readFlow } from './flow.ts';
import { liveKeys } from './live-keys.ts';
import { openMemory, type RedisMemory } from './memory.ts';
import {
  type Silent,
  silentOnes,
  type ToldFault,
  tellFault,
  tellHere,
  toldFaults,
} from './told-faults.ts';
import { within } from './within.ts';

/** The inboxes of a system by their names. */
export type Contracts = Readonly<Record<string, QueueContract>>;
type NameOf<C extends Contracts> = keyof C & string;

export interface NewJob<Payload> {
  readonly payload: Payload;
  readonly delayMs?: number;
  /** Runs after every job that is not in the background. */
  readonly background?: boolean;
}

export interface QueueCounts {
  readonly waiting: number;
  /** Of these, how many run after all others. */
  readonly background: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
}

/** Where a job stands, for people who look for it. */
export interface FoundJob {
  readonly id: string;
  /** wait, active, delayed, prioritized, failed, … */
  readonly state: string;
  readonly attempts: number;
  readonly addedAt: Date;
  /** Of a delayed one. */
  readonly runsAt: Date | null;
  readonly failedReason: string | null;
}

/** A job that was given up. */
export interface FailedRecord {
  readonly id: string;
  readonly payload: unknown;
  readonly failedAt: Date;
}

export interface Queues<C extends Contracts> extends AsyncDisposable {
  readonly contracts: C;
  /** Adds one job; adding the same one again while it waits or runs changes nothing. */
  push<N extends NameOf<C>>(name: N, payload: PayloadOf<C[N]>): Promise<void>;
  /** Adds many in one round trip. */
  pushMany<N extends NameOf<C>>(name: N, jobs: readonly NewJob<PayloadOf<C[N]>>[]): Promise<void>;
  /** Of these keys, those that a waiting, delayed or running job holds. */
  live(name: NameOf<C>, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** The job of its own that holds a key, or none. */
  find(name: NameOf<C>, key: string): Promise<FoundJob | undefined>;
  /** Jobs that were given up and are kept for people to look at, a thousand at the most. */
  failed(name: NameOf<C>): Promise<readonly FailedRecord[]>;
  /** Removes the records of such jobs. */
  forget(name: NameOf<C>, ids: readonly string[]): Promise<void>;
  /** Makes `name` receive one job every `everyMs`; called again it changes nothing. */
  repeat(name: NameOf<C>, everyMs: number): Promise<void>;
  /** Of the named queues, or of all. */
  counts<N extends NameOf<C> = NameOf<C>>(names?: readonly N[]): Promise<Record<N, QueueCounts>>;
  /** Milliseconds since the longest waiting job that could run was added; 0 where none waits. */
  oldestMs(name: NameOf<C>): Promise<number>;
  /** Whether it moves. */
  flow(name: NameOf<C>): Promise<Flow>;
  /** Says for all to read what stands in the way of a service's work; null when nothing does. */
  tellFault(who: string, fault: Omit<ToldFault, 'who'> | null): Promise<void>;
  /** What services have said so in the last seconds. */
  faults(): Promise<readonly ToldFault[]>;
  /** Says that a service is there, or that it goes. */
  tellHere(who: string, isHere: boolean): Promise<void>;
  /** Services that are heard no more and have not taken leave. */
  silent(): Promise<readonly Silent[]>;
  /** Processes that take jobs of it. */
  workers(name: NameOf<C>): Promise<number>;
  /** The time of the server that holds the delays. */
  now(): number;
  /** How far this process's clock is ahead of that. */
  skewMs(): number;
  /** What Redis holds, as of a second ago at the most. */
  memory(): Promise<RedisMemory>;
  /** Throws when Redis does not answer, or takes no writes. */
  ping(): Promise<void>;
  /** BullMQ's own objects, for the dashboards. */
  readonly bull: Readonly<Record<NameOf<C>, Queue>>;
}

const MOST_FAILED = 1_000;
const KEEP = {
  removeOnComplete: { count: 100 },
  removeOnFail: { age: 7 * 24 * 3600, count: MOST_FAILED },
} as const;

export interface QueuesOptions extends RedisOptions {
  /** Told of connections that broke; they are replaced by themselves. */
  readonly onError?: (error: Error) => void;
}

export function openQueues<C extends Contracts>(
  contracts: C,
  { redisUrl, prefix, onError }: QueuesOptions,
): Queues<C> {
  type N = NameOf<C>;
  const connection = openProducerConnection(redisUrl);
  // Errors also reject the command that met them; without a listener they would end the process.
  connection.on('error', (error: Error) => onError?.(error));
  const all = Object.keys(contracts) as N[];
  const bull = Object.fromEntries(all.map((name) => [name, open(name)])) as Record<N, Queue>;

  function open(name: N): Queue {
    // BullMQ remembers for ever that it could not ask for the version at the start.
    const queue = new Queue(name, {
      connection,
      prefix: queuePrefix(prefix, name),
      skipWaitingForReady: true,
      skipVersionCheck: true,
    });
    queue.on('error', () => {});
    return queue;
  }

  const clock = openClock(connection);
  const memory = openMemory(connection);
  const base = (name: N): string => `${queuePrefix(prefix, name)}:${name}`;

  return {
    contracts,
    bull,
    async push(name, payload) {
      await bull[name].add(name, payload, jobOptions(contracts[name], { payload }, clock));
    },
    async pushMany(name, jobs) {
      const [only] = jobs;
      // A bulk of one costs half as much again as one job.
      if (only && jobs.length === 1) {
        await bull[name].add(name, only.payload, jobOptions(contracts[name], only, clock));
        return;
      }
      for (let at = 0; at < jobs.length; at += 200) {
        const bulk = jobs.slice(at, at + 200).map((job) => ({
          name,
          data: job.payload,
          opts: jobOptions(contracts[name], job, clock),
        }));
        await bull[name].addBulk(bulk);
      }
    },
    live: (name, keys) => liveKeys(connection, base(name), keys, contracts[name]?.list),
    async find(name, key) {
      const id = await connection.get(`${base(name)}:de:${key}`);
      const job = id === null ? undefined : await bull[name].getJob(id);
      if (!job) return undefined;
      return {
        id: job.id ?? '',
        state: await job.getState(),
        attempts: job.attemptsMade,
        addedAt: new Date(job.timestamp),
        runsAt: job.delay > 0 ? new Date(job.timestamp + job.delay) : null,
        failedReason: job.failedReason ?? null,
      };
    },
    async failed(name) {
      const jobs = await bull[name].getFailed(0, MOST_FAILED - 1);
      return jobs.flatMap((job) =>
        job?.id === undefined
          ? []
          : [{ id: job.id, payload: job.data as unknown, failedAt: new Date(job.finishedOn ?? 0) }],
      );
    },
    async forget(name, ids) {
      for (const id of ids) await bull[name].remove(id);
    },
    async repeat(name, everyMs) {
      await keepRepeating(bull[name], everyMs, clock);
    },
    async counts<M extends N = N>(names = all as unknown as readonly M[]) {
      const counted = names.map(async (name) => [name, await countsOf(bull[name])] as const);
      return Object.fromEntries(await Promise.all(counted)) as Record<M, QueueCounts>;
    },
    async oldestMs(name) {
      const [job] = await bull[name].getJobs(['wait', 'prioritized'], 0, 0, true);
      return job ? Math.max(0, clock.now() - job.timestamp - job.delay) : 0;
    },
    flow: (name) => readFlow(connection, base(name)),
    tellFault: (who, fault) => tellFault(connection, `{${prefix}}:faults`, who, fault),
    faults: () => toldFaults(connection, `{${prefix}}:faults`),
    tellHere: (who, isHere) =>
      tellHere(connection, `{${prefix}}:here`, who, isHere ? clock.now() : null),
    silent: () => silentOnes(connection, `{${prefix}}:here`),
    now: () => clock.now(),
    skewMs: () => clock.skewMs(),
    workers: (name) => bull[name].getWorkersCount(),
    memory,
    async ping() {
      // A write: a Redis at its memory limit, or a replica, still answers to PING.
      await connection.set(`{${prefix}}:ready`, '1', 'EX', 60);
    },
    async [Symbol.asyncDispose]() {
      clock[Symbol.dispose]();
      const closed = Promise.all(Object.values<Queue>(bull).map((queue) => queue.close()));
      await within(2_000, closed);
      connection.disconnect();
    },
  };
}

/**
 * Makes sure that a queue's repeated job comes, at its pace. One that is further ahead than its pace allows was put there
 * by a clock that was wrong, and would be believed until then.
 */
async function keepRepeating(queue: Queue, everyMs: number, clock: Clock): Promise<void> {
  const { name } = queue;
  const known = await queue.getJobScheduler(name);
  const off = (known?.next ?? 0) - clock.now();
  if (known?.every === everyMs && Math.abs(off) < 5 * everyMs) return;
  if (off > 0) await queue.removeJobScheduler(name);
  await queue.upsertJobScheduler(name, { every: everyMs }, { name, data: {}, opts: KEEP });
}

/** BullMQ runs jobs without a priority before those with one. */
const BACKGROUND_PRIORITY = 10;

function jobOptions(
  contract: QueueContract | undefined,
  { payload, delayMs = 0, background = false }: NewJob<unknown>,
  clock: Clock,
): JobsOptions {
  if (!contract) throw new TypeError('no such queue');
  const { attempts, backoffMs } = contract;
  const key = contract.key(payload);
  return {
    ...KEEP,
    // @NOTE not jobId: BullMQ silently drops a job whose id is still among the kept ones.
    ...(key === null ? {} : { deduplication: { id: key } }),
    attempts,
    backoff: backoffOf(backoffMs),
    timestamp: clock.now(),
    ...(delayMs > 0 ? { delay: delayMs } : {}),
    ...(background ? { priority: BACKGROUND_PRIORITY } : {}),
  };
}

async function countsOf(queue: Queue): Promise<QueueCounts> {
  const counts = await queue.getJobCounts('wait', 'prioritized', 'active', 'delayed', 'failed');
  const of = (state: string): number => counts[state] ?? 0;
  return {
    waiting: of('wait') + of('prioritized'),
    background: of('prioritized'),
    active: of('active'),
    delayed: of('delayed'),
    failed: of('failed'),
  };
}
