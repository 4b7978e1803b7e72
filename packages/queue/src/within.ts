import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for `work`, but no longer than `ms`; what it throws is not our concern any more. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const settled = work.catch(() => {});
  await Promise.race([settled, sleep(ms, undefined, { ref: false })]);
}
