import { type Released, takeWaiting } from '@nashra/ledger';
import { pausedPublishers } from '@nashra/sources';
import { openLanes } from './brakes.ts';
import { type Pipeline, stageOf, WAITING } from './way.ts';

export interface ReleaseOptions {
  /** Pause between two requests to one host, for spreading; the hard check is at the fetch. */
  readonly intervalMs: number;
  /** Jobs per host in Redis at the most, live and backfill each. */
  readonly window: number;
  /** No backfill is released while this many jobs wait for parse, or a fourth of it behind parse; nothing while so much news does. */
  readonly maxBacklog: number;
  /** What is due within this time is let in already, to run when it is. */
  readonly aheadMs: number;
  /** Only these hosts; all with something waiting when absent. */
  readonly hosts?: readonly string[] | undefined;
}

/** How many jobs a host may hold in Redis so that it never idles between two ticks. */
function releaseWindow(tickMs: number, intervalMs: number): number {
  return Math.min(200, Math.max(12, Math.ceil((2 * tickMs) / intervalMs)));
}

/** The same options for all who release, from the pace they share. */
export function releaseOptions(pace: {
  readonly HOST_INTERVAL_MS: number;
  readonly TICK_MS: number;
  readonly MAX_BACKLOG: number;
}): ReleaseOptions {
  return {
    intervalMs: pace.HOST_INTERVAL_MS,
    window: releaseWindow(pace.TICK_MS, pace.HOST_INTERVAL_MS),
    maxBacklog: pace.MAX_BACKLOG,
    aheadMs: pace.TICK_MS,
  };
}

/**
 * Decides what enters the fetch queue, and nobody else does: fair by host, live before backfill, a
 * window of the backlog at a time, each job with the delay of its slot. Commits, then pushes; what
 * a crash leaves in between the reconciler finds.
 */
export async function release(pipeline: Pipeline, options: ReleaseOptions): Promise<number> {
  const { db, queues } = pipeline;
  if (options.hosts?.length === 0) return 0;
  const lanes = await openLanes({ queues }, options.maxBacklog);
  if (lanes.length === 0) return 0;
  const paused = await pausedPublishers(db);
  const way = { from: WAITING, to: stageOf('fetch').takes };
  const released = await takeWaiting(db, { ...options, ...way, lanes, paused });
  await pushToSlots(pipeline, released, options.intervalMs);
  return released.length;
}

const MAX_HOSTS = 50;

/** Asks the scheduler to release what newly waits, now rather than at its next tick; to which very many hosts are left: all of them asked for news would wait behind. */
export async function askForRelease(
  { queues }: Pick<Pipeline, 'queues'>,
  hosts: readonly string[],
): Promise<void> {
  if (hosts.length === 0 || hosts.length > MAX_HOSTS) return;
  await queues.push('release', { hosts: [...hosts] });
}

/** Adds fetch jobs, each host's spread over its coming slots, live ones first. */
export async function pushToSlots(
  { queues }: Pick<Pipeline, 'queues'>,
  addresses: readonly (Omit<Released, 'delayMs'> & { readonly delayMs?: number })[],
  intervalMs: number,
): Promise<void> {
  const taken = new Map<string, number>();
  const jobs = [...addresses]
    .sort((a, b) => a.lane - b.lane || a.id - b.id)
    .map(({ id, host, lane, delayMs = 0 }) => {
      const slot = taken.get(host) ?? 0;
      taken.set(host, slot + 1);
      const delayed = Math.max(slot * intervalMs, delayMs);
      return { payload: { addressId: id }, delayMs: delayed, background: lane > 0 };
    })
    // Hosts take turns, where several slots have come already.
    .sort((a, b) => a.delayMs - b.delayMs);
  await queues.pushMany('fetch', jobs);
}
