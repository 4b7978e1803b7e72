import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, runTask, type Task } from '@nashra/db';
import type { Logger } from '@nashra/log';

const LOOK_MS = 1_000;

/** Does one task after another whenever its time has come, apart from the tick, until disposed. */
export function keepHouse(db: Db, tasks: readonly Task[], log: Logger): AsyncDisposable {
  const stop = new AbortController();
  const done = keepOn();

  async function keepOn(): Promise<void> {
    while (!stop.signal.aborted) {
      for (const task of tasks) {
        if (stop.signal.aborted) return;
        await runTask(db, task).then(
          (removed) => removed && log.info({ task: task.name, removed }, 'swept'),
          (err: unknown) => log.warn({ err, task: task.name }, 'housekeeping failed'),
        );
      }
      const pause = Math.min(LOOK_MS, ...tasks.map((task) => task.everyMs));
      await sleep(pause, undefined, { signal: stop.signal }).catch(() => {});
    }
  }

  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await done;
    },
  };
}
