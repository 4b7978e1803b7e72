import type { Logger } from '@nashra/log';
import { type Pipeline, stepRun } from '@nashra/pipeline';
import { keepDoing } from '@nashra/service';

/** Pauses between two steps of runs: what goes on is looked at often, so that a word to stop is heard within a second. */
const PAUSE_MS = { worked: 10, waits: 300, idle: 500 } as const;
const FAILED_MS = 5_000;

/** Steps what operators do to many at once, apart from the tick, until disposed. */
export function keepStepping(pipeline: Pipeline, log: Logger): AsyncDisposable {
  return keepDoing(() =>
    stepRun(pipeline).then(
      (stepped) => PAUSE_MS[stepped],
      (err: unknown) => {
        log.warn({ err }, 'a run could not be stepped');
        return FAILED_MS;
      },
    ),
  );
}
