import type { QueueContract } from '@nashra/contracts';
import {
  environmentFault,
  type Fault,
  InvalidPayloadError,
  PipelineError,
  WaitError,
} from '@nashra/errors';
import type { Logger } from '@nashra/log';
import { DelayedError, type Job, UnrecoverableError } from 'bullmq';
import type { z } from 'zod';
import { backoffOf } from './backoff.ts';

export interface JobContext {
  readonly log: Logger;
  /** Counts from 1. */
  readonly attempt: number;
  readonly lastAttempt: boolean;
  /** Whether it was to run after all that is not. */
  readonly isBackground: boolean;
  /** How often a worker died while it held this job. */
  readonly stalls: number;
  /** Names what stands in the way of more than this job, where the job goes on all the same. */
  readonly meet: (what: string) => void;
  /** Aborts when the service stops: hand the job back soon. */
  readonly signal: AbortSignal;
}

export interface JobReport {
  readonly queue: string;
  /** The handler's outcome, or the code of the error that ended it. */
  readonly outcome: string;
  readonly ms: number;
}

export interface FailedJob {
  /** As it was found: it may fit no contract. */
  readonly payload: unknown;
  readonly code: string;
  readonly message: string;
  readonly jobId: string | undefined;
}

export type GiveUp = (job: FailedJob) => Promise<void>;

/** The outcome in a word; a job of several has one for each. */
export type Handle<Payload> = (
  payload: Payload,
  context: JobContext,
) => Promise<string | readonly string[]>;

interface Run<Payload extends z.ZodType> {
  readonly contract: QueueContract<string, Payload>;
  readonly handle: Handle<z.output<Payload>>;
  readonly signal: AbortSignal;
  readonly log: Logger;
  readonly backoffMs?: number;
  readonly onGiveUp?: GiveUp;
  readonly onReport?: (report: JobReport) => void;
  /** Told of a fault of the environment; how long to rest. */
  readonly onFault: (fault: Fault) => number;
  /** Told of what a job named. */
  readonly onMeet: (what: string) => void;
  readonly onFair: () => void;
  readonly now?: () => number;
}

/** So often a job is sent away for a fault that may be its own doing. */
const MOST_DOUBTS = 20;

/** Runs one job: payload checked, one log line, errors turned into the queue's words. */
export async function runJob<Payload extends z.ZodType>(
  job: Job,
  token: string | undefined,
  run: Run<Payload>,
): Promise<void> {
  const attempt = job.attemptsMade + 1;
  const lastAttempt = attempt >= (job.opts.attempts ?? 1);
  const { name } = run.contract;
  const log = run.log.child({ queue: name, jobId: job.id, attempt });
  const startedAt = performance.now();
  const report = (...outcomes: readonly string[]): number => {
    const ms = Math.round(performance.now() - startedAt);
    for (const outcome of outcomes) run.onReport?.({ queue: name, outcome, ms });
    return ms;
  };
  let isFair = true;
  const meet = (what: string) => {
    isFair = false;
    run.onMeet(what);
  };
  if (isHusk(job)) {
    log.warn({ ms: report('evicted') }, 'the job’s record was lost');
    return;
  }
  try {
    const payload = parsePayload(run.contract, job);
    const stalls = job.stalledCounter ?? 0;
    const { signal } = run;
    const isBackground = (job.opts.priority ?? 0) > 0;
    const context = { log, attempt, lastAttempt, isBackground, stalls, meet, signal };
    const outcome = await run.handle(payload, context);
    const outcomes = typeof outcome === 'string' ? [outcome] : outcome;
    if (isFair) run.onFair();
    log.debug({ outcome, ms: report(...outcomes), payload }, 'job done');
  } catch (err) {
    const fault = waits(err) ? null : environmentFault(err);
    if (fault && !(fault.isDoubtful && (job.attemptsStarted ?? 0) > MOST_DOUBTS)) {
      const afterMs = run.onFault(fault);
      log.warn({ err, fault: fault.what, afterMs, ms: report('ENVIRONMENT') }, 'work rests');
      throw await toQueueError(new WaitError('ENVIRONMENT', afterMs), job, token, lastAttempt, run);
    }
    const code = err instanceof PipelineError ? err.code : 'UNEXPECTED';
    const ms = report(code);
    if (waits(err)) log.debug({ code, ms, payload: job.data }, 'job waits');
    else log.warn({ err, code, ms, payload: job.data }, 'job failed');
    throw await toQueueError(err, job, token, lastAttempt, run);
  }
}

/**
 * A job that stands in a list while its record is gone, by an eviction or by hand: whose it was nobody can say. The
 * reconciler gives its address another.
 */
function isHusk({ timestamp }: Job): boolean {
  return Number.isNaN(timestamp);
}

function waits(err: unknown): err is PipelineError & { retry: { afterMs: number } } {
  return err instanceof PipelineError && typeof err.retry === 'object';
}

function parsePayload<Payload extends z.ZodType>(
  { name, payload }: QueueContract<string, Payload>,
  { id, data }: Job,
): z.output<Payload> {
  const result = payload.safeParse(data);
  if (result.success) return result.data;
  // It has no address by which anybody would know it.
  const whose = `job ${id} of ${name}, added by hand or by another version, is nobody's address`;
  throw new InvalidPayloadError(`${whose}: ${result.error.message}`, { cause: result.error });
}

/** The only place where our retry words become BullMQ's. */
async function toQueueError(
  err: unknown,
  job: Job,
  token: string | undefined,
  lastAttempt: boolean,
  run: {
    readonly onGiveUp?: GiveUp;
    readonly backoffMs?: number;
    readonly now?: () => number;
  },
): Promise<unknown> {
  if (waits(err)) {
    await job.moveToDelayed((run.now ?? Date.now)() + err.retry.afterMs, token);
    return new DelayedError();
  }
  const never = err instanceof PipelineError && err.retry === 'never';
  if (!never && !lastAttempt) {
    // BullMQ reads it off the job, when the attempt has failed.
    if (run.backoffMs !== undefined) job.opts.backoff = backoffOf(run.backoffMs);
    return err;
  }
  const code = err instanceof PipelineError ? err.code : 'UNEXPECTED';
  const message = err instanceof Error ? err.message : String(err);
  await run.onGiveUp?.({ payload: job.data, code, message, jobId: job.id });
  return new UnrecoverableError(`${code}: ${message}`);
}
