import type { Clock } from './world/clock.ts';

/** Things done between two looks at whether it is over. */
const BATCH = 64;

/** Lets time pass until `isOver`, asked before each thing that is due. Between two things all promises are settled. */
export function drain(clock: Clock, isOver: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = 0;
    let isDone = false;
    const end = (error?: unknown) => {
      if (isDone) return;
      isDone = true;
      if (error === undefined) resolve();
      else reject(error);
    };
    const step = () => {
      left -= 1;
      try {
        if (!isDone && (isOver() || !clock.step())) end();
      } catch (error) {
        end(error);
      }
      if (left === 0 && !isDone) refill();
    };
    // Node settles all promises between two of these, and they cost less by the dozen.
    const refill = () => {
      left = BATCH;
      for (let n = 0; n < BATCH; n += 1) setImmediate(step);
    };
    refill();
  });
}
