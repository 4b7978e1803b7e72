import type { Reconciled } from '@nashra/ledger';
import type { JobContext } from '@nashra/queue';

export interface TickDeps {
  /** Makes the addresses of due feeds wait; returns how many. */
  claimDueFeeds(): Promise<number>;
  release(): Promise<number>;
  reconcile(): Promise<Reconciled>;
  /** Bounded steps of housekeeping; returns what was removed. */
  sweep(): Promise<Readonly<Record<string, number>>>;
  /** True when it is time for the slower work of that name. */
  due(work: 'reconcile' | 'sweep'): boolean;
}

export type TickOutcome = 'idle' | 'worked';

/** scheduler: a tick in; due feeds made to wait, fetch jobs released, lost addresses put back, out. */
export async function handleTick(
  deps: TickDeps,
  { log }: Pick<JobContext, 'log'>,
): Promise<TickOutcome> {
  const claimed = await deps.claimDueFeeds();
  const released = await deps.release();
  const reconciled = deps.due('reconcile') ? await deps.reconcile() : undefined;
  const swept = deps.due('sweep') ? await deps.sweep() : undefined;
  const worked = claimed + released + (reconciled?.rescued ?? 0) > 0;
  if (worked) log.info({ claimed, released, reconciled }, 'tick');
  if (swept) log.debug({ swept }, 'swept');
  return worked ? 'worked' : 'idle';
}
