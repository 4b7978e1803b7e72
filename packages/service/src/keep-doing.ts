import { setTimeout as sleep } from 'node:timers/promises';

/** Work that goes on beside the jobs; disposing it waits for the step that is under way. */
export interface Doing extends AsyncDisposable {
  /** Ends the pause: there may be something to do at once. */
  wake(): void;
}

/**
 * Does a step again and again, until disposed. A step gives for how many milliseconds to rest after it, and answers for
 * its own errors; the signal tells it that the end has come.
 */
export function keepDoing(step: (signal: AbortSignal) => Promise<number>): Doing {
  const stop = new AbortController();
  let rouse = new AbortController();
  const done = keepOn();

  async function keepOn(): Promise<void> {
    while (!stop.signal.aborted) {
      // Before the step, so that who wakes it meanwhile is heard.
      rouse = new AbortController();
      const restMs = await step(stop.signal);
      const signal = AbortSignal.any([stop.signal, rouse.signal]);
      if (restMs > 0) await sleep(restMs, undefined, { signal }).catch(() => {});
    }
  }

  return {
    wake: () => rouse.abort(),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await done;
    },
  };
}
