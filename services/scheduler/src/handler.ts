import type { JobContext } from '@nashra/queue';
import type { TickDeps, TickOutcome } from './ports.ts';

/** scheduler: a tick in; due feeds made to wait, fetch jobs released, lost addresses put back, out. */
export async function handleTick(
  deps: TickDeps,
  { log }: Pick<JobContext, 'log'>,
): Promise<TickOutcome> {
  const moved = await deps.adoptMoves();
  const claimed = await deps.pollDue();
  const again = await deps.lookAgain();
  const released = await deps.release();
  const reconciled = await deps.reconcile();
  const worked = moved + claimed + again + released + (reconciled?.rescued ?? 0) > 0;
  if (worked) log.info({ moved, claimed, again, released, reconciled }, 'tick');
  return worked ? 'worked' : 'idle';
}
