import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, runTask, type Task } from '@nashra/db';
import type { Logger } from '@nashra/log';

const LOOK_MS = 1_000;

/** Does one task after another whenever its time has come, apart from the tick, until disposed. */
export function keepHouse(db: Db, tasks: readonly Task[], log: Logger): AsyncDisposable {
  const stop = new AbortController();
  /** When this process looks again; whether the time has come for all, the task's row tells. */
  const lookAt = new Map<Task, number>();
  const done = keepOn();

  async function keepOn(): Promise<void> {
    while (!stop.signal.aborted) {
      for (const task of tasks) {
        if (stop.signal.aborted) return;
        if (performance.now() < (lookAt.get(task) ?? 0)) continue;
        lookAt.set(task, performance.now() + task.everyMs);
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
