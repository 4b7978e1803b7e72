import { type Db, runTask, type Task } from '@nashra/db';
import type { Logger } from '@nashra/log';
import { keepDoing } from '@nashra/service';

const LOOK_MS = 1_000;

/** Does one task after another whenever its time has come, apart from the tick, until disposed. */
export function keepHouse(db: Db, tasks: readonly Task[], log: Logger): AsyncDisposable {
  /** When this process looks again; whether the time has come for all, the task's row tells. */
  const lookAt = new Map<Task, number>();
  return keepDoing(async (signal) => {
    for (const task of tasks) {
      if (signal.aborted) return 0;
      if (performance.now() < (lookAt.get(task) ?? 0)) continue;
      lookAt.set(task, performance.now() + task.everyMs);
      await runTask(db, task).then(
        (removed) => {
          if (removed) log.info({ task: task.name, removed }, 'swept');
          else if (removed === 0 && task.restMs) lookAt.set(task, performance.now() + task.restMs);
        },
        (err: unknown) => log.warn({ err, task: task.name }, 'housekeeping failed'),
      );
    }
    return Math.min(LOOK_MS, ...tasks.map((task) => task.everyMs));
  });
}
