import { SLOWEST } from './failure-pause.ts';
import { FASTEST } from './next-poll.ts';

/** Feeds of about one pull, and how many polls an hour their intervals give them in all. */
export interface PullGroup {
  readonly pull: number;
  readonly polls: number;
  /** Whether others tell first what they show: they have no slowest pace then. */
  readonly isTold?: boolean;
}

/**
 * The pull of a feed that is asked at the usual pace, such that all together are asked as often as their intervals say:
 * the mean of their speeds, each within its bounds, is 1. Null where there is no feed.
 */
export function paceOf(groups: readonly PullGroup[]): number | null {
  const budget = groups.reduce((sum, { polls }) => sum + polls, 0);
  if (budget <= 0) return null;
  let low = Math.min(...groups.map(({ pull }) => pull)) / FASTEST;
  let high = Math.max(...groups.map(({ pull }) => pull)) * SLOWEST;
  for (let step = 0; step < 60; step += 1) {
    const pace = Math.sqrt(low * high);
    const asked = groups.reduce(
      (sum, { pull, polls, isTold }) =>
        sum + polls * Math.min(Math.max(pull / pace, isTold ? 0 : 1 / SLOWEST), FASTEST),
      0,
    );
    if (asked > budget) low = pace;
    else high = pace;
  }
  return Math.sqrt(low * high);
}
