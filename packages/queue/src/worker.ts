import type { QueueContract } from '@nashra/contracts';
import type { Logger } from '@nashra/log';
import { type Job, Worker } from 'bullmq';
import type { z } from 'zod';
import { queuePrefix, type RedisOptions } from './connection.ts';
import { type GiveUp, type Handle, type JobReport, runJob } from './run-job.ts';
import { within } from './within.ts';

export type RunningWorker = AsyncDisposable;

export interface WorkerOptions extends RedisOptions {
  readonly concurrency: number;
  readonly log: Logger;
  /** Told of a job that will never run again, with the reason. */
  readonly onGiveUp?: GiveUp;
  /** Told of every run, for metrics. */
  readonly onReport?: (report: JobReport) => void;
  /** A worker killed outright frees its jobs after at most twice this. Default 5 s. */
  readonly lockMs?: number;
  /** Pause before a job's second attempt, which doubles, in the place of the contract's. */
  readonly backoffMs?: number;
}

/** Running jobs are given this long to end or hand themselves back. */
const CLOSE_MS = 10_000;
/** A job whose worker died this often is taken for the cause. */
const MAX_STALLS = 3;

/**
 * Runs `handle` for every job of a queue. Disposing stops taking jobs, aborts `context.signal`, and
 * waits until the running ones have finished or handed themselves back.
 */
export function startWorker<Payload extends z.ZodType>(
  contract: QueueContract<string, Payload>,
  handle: Handle<z.output<Payload>>,
  options: WorkerOptions,
): RunningWorker {
  const stop = new AbortController();
  const lockMs = options.lockMs ?? 5_000;
  const { name } = contract;
  const run = { contract, handle, signal: stop.signal, ...options };
  const worker = new Worker(name, (job, token) => runJob(job, token, run), {
    connection: { url: options.redisUrl },
    prefix: queuePrefix(options.prefix, name),
    concurrency: options.concurrency,
    lockDuration: lockMs * 2,
    stalledInterval: lockMs,
    maxStalledCount: MAX_STALLS,
    // Short, so that jobs added while Redis restarted or was flushed are seen soon.
    drainDelay: 2,
  });
  worker.on('error', (err) => options.log.error({ err }, 'worker connection failed'));
  worker.on('failed', (job, error) => void giveUpStalled(job, error, options));
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      // Without Redis nothing can be handed back: the jobs stall and run again elsewhere.
      await within(CLOSE_MS, worker.close());
    },
  };
}

/** A job that stalled too often is failed by BullMQ itself, outside any run. */
async function giveUpStalled(
  job: Job | undefined,
  error: Error,
  { log, onGiveUp }: WorkerOptions,
): Promise<void> {
  if (!job || !error.message.startsWith('job stalled more than')) return;
  log.error({ jobId: job.id }, 'job stalled too often');
  await onGiveUp?.({
    payload: job.data,
    code: 'STALLED',
    message: error.message,
    jobId: job.id,
  }).catch((err: unknown) => log.error({ err }, 'giving up was not recorded'));
}
