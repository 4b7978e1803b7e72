import type { QueueContract } from '@nashra/contracts';
import type { Fault } from '@nashra/errors';
import type { Logger } from '@nashra/log';
import { type Job, UnrecoverableError, Worker } from 'bullmq';
import type { z } from 'zod';
import { boundWaiting } from './bound-waiting.ts';
import { brokenRedis } from './broken-redis.ts';
import { type Company, createCompany } from './company.ts';
import {
  LONGEST_WAIT_S,
  openWorkerConnection,
  queuePrefix,
  type RedisOptions,
} from './connection.ts';
import { type GiveUp, type Handle, type JobReport, runJob } from './run-job.ts';
import { createWeather, type Weather } from './weather.ts';
import { within } from './within.ts';

export type RunningWorker = AsyncDisposable;

export interface WorkerOptions extends RedisOptions {
  readonly concurrency: number;
  readonly log: Logger;
  /** Told of a job that will never run again, with the reason. */
  readonly onGiveUp?: GiveUp;
  /** Told of every run, for metrics. */
  readonly onReport?: (report: JobReport) => void;
  /** A worker killed outright frees its jobs after at most three times this. Default 5 s. */
  readonly lockMs?: number;
  /**
   * Whether jobs go on beside a suspect. Where work is mostly waiting for others, as fetch does for slow servers, holding it up costs
   * everybody seconds; whom a suspect takes along is taken along once more.
   */
  readonly othersGoOn?: boolean;
  /** Of the process; its own where several share none. */
  readonly weather?: Weather;
  /** The time by which delays are kept: that of the server which holds them. */
  readonly now?: () => number;
  /** Pause before a job's second attempt, which doubles, in the place of the contract's. */
  readonly backoffMs?: number;
}

/** Running jobs are given this long to end or hand themselves back. */
const CLOSE_MS = 6_000;
/** A wait that is so much longer than it may be was lost. */
const LOST_MS = 5_000;
/** A job whose worker died this often while it ran alone is the cause. */
const MAX_DEATHS = 4;
/** So many suspects run side by side at first; of those that die together, a quarter the next time. */
const FIRST_GROUP = 16;
const NEXT_GROUP = 4;
/** BullMQ counts all that a dead worker had in hand alike, so its own count convicts nobody. */
const MAX_STALLS = 1_000;

/**
 * Waits for jobs in short turns: a server that is silent for longer than a turn is dead, and BullMQ's own ten seconds would be
 * ten more until that is noticed.
 */
class BriefWorker extends Worker {
  override get maximumBlockTimeout(): number {
    return LONGEST_WAIT_S;
  }
}

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
  const weather = options.weather ?? createWeather();
  const run = {
    contract,
    handle,
    signal: stop.signal,
    ...options,
    onFault: (fault: Fault) => rest(weather.storm(fault)),
    onMeet: (what: string) => void weather.storm({ what, isDoubtful: true }),
    onFair: weather.fair,
  };
  const connection = openWorkerConnection(options.redisUrl);
  // The worker says them as its own.
  connection.on('error', () => {});
  const company = createCompany(options.othersGoOn);
  const worker = new BriefWorker(
    name,
    (job, token) => {
      const work = () => runJob(job, token, run);
      return isSuspect(job) ? suspect(job, work, company, options) : company.together(work);
    },
    {
      connection,
      prefix: queuePrefix(options.prefix, name),
      concurrency: options.concurrency,
      lockDuration: lockMs * 2,
      stalledInterval: lockMs,
      maxStalledCount: MAX_STALLS,
      // Short, so that jobs added while Redis restarted or was flushed are seen soon.
      drainDelay: 2,
    },
  );
  boundWaiting(worker.backend, LOST_MS);
  /** Nothing is taken up meanwhile: it would meet the same fault. */
  function rest(ms: number): number {
    if (worker.isPaused() || stop.signal.aborted) return ms;
    void worker.pause(true).catch(() => {});
    setTimeout(() => !stop.signal.aborted && worker.resume(), ms).unref();
    return ms;
  }
  worker.on('error', (err) => {
    options.log.error({ err }, 'worker connection failed');
    const broken = brokenRedis(err);
    if (broken) weather.gust(broken);
  });
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      // Without Redis nothing can be handed back: the jobs stall and run again elsewhere.
      await within(CLOSE_MS, worker.close());
      connection.disconnect();
    },
  };
}

/**
 * Two workers died while they had it in hand, or it is one of several that one had. A single death convicts nobody, and a
 * machine that lost its power would have all that was under way come back one after another.
 */
function isSuspect({ stalledCounter, data }: Job): boolean {
  return (stalledCounter ?? 0) > 1 || data?.suspect === true;
}

/**
 * Runs a job that a dead worker had in hand apart from the others: beside other suspects at first, fewer each time that they die
 * together, alone in the end, so that its next deaths convict it and no companion. What has come of it is kept with the job.
 */
async function suspect(
  job: Job,
  work: () => Promise<void>,
  company: Company,
  { log, onGiveUp }: WorkerOptions,
): Promise<void> {
  const { most, deaths } = suspicionOf(job);
  if (deaths >= MAX_DEATHS) {
    const message = `its worker died ${deaths} times while it ran alone`;
    log.error({ jobId: job.id }, message);
    await onGiveUp?.({ payload: job.data, code: 'STALLED', message, jobId: job.id });
    throw new UnrecoverableError(`STALLED: ${message}`);
  }
  await company.apart(most, async (size) => {
    const next = { most: Math.max(1, Math.floor(size / NEXT_GROUP)), deaths };
    await job.updateProgress(size === 1 ? { ...next, deaths: deaths + 1 } : next);
    try {
      await work();
    } finally {
      await job.updateProgress({}).catch(() => {});
    }
  });
}

/** Beside how many a suspect may run, itself among them, and how often its worker died while it ran alone. */
interface Suspicion {
  readonly most: number;
  readonly deaths: number;
}

function suspicionOf({ progress }: Job): Suspicion {
  const told: Partial<Suspicion> = typeof progress === 'object' ? progress : {};
  const { deaths = 0, most = deaths > 0 ? 1 : FIRST_GROUP } = told;
  return { most, deaths };
}
