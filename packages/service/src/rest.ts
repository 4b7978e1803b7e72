import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/** How long a process has had hardly anything to do when its heap is collected. */
const REST_MS = 15_000;
/** Busy for less than this share of that time. */
const RESTING = 0.03;
/** What has grown by less is not worth the pause. */
const GROWN_BYTES = 4 * 2 ** 20;

/**
 * Gives back what starting and bursts of work took, once a process rests: a heap that nobody allocates in is never
 * collected, and an idle service would keep twice what it needs for ever.
 */
export function collectAtRest(restMs: number = REST_MS): Disposable {
  setFlagsFromString('--expose-gc');
  const collect: Collect = runInNewContext('gc');
  let since = performance.eventLoopUtilization();
  let kept = 0;
  const timer = setInterval(() => {
    const { utilization } = performance.eventLoopUtilization(since);
    since = performance.eventLoopUtilization();
    if (utilization > RESTING || held() < kept + GROWN_BYTES) return;
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    kept = held();
    since = performance.eventLoopUtilization();
  }, restMs).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

function held(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
