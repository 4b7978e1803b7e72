import type { Logger } from '@nashra/log';
import type { PipelineQueues } from '@nashra/pipeline';

const WATCH_MS = 2_000;

/** Redis may be emptied at any moment, and the repeated tick with it: sees to it that it is there. */
export function keepTicking(queues: PipelineQueues, tickMs: number, log: Logger): AsyncDisposable {
  let watching = Promise.resolve();
  const watch = (): void => {
    watching = queues
      .repeat('tick', tickMs)
      .catch((err: unknown) => log.warn({ err }, 'the tick could not be set'));
  };
  watch();
  const timer = setInterval(watch, WATCH_MS);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await watching;
    },
  };
}
