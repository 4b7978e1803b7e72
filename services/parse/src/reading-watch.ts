import { Script } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { PipelineError } from '@nashra/errors';

/** A page that takes more than this is no page. The largest that are read take two seconds. */
const PAGE_CPU_MS = 5_000;

/** A page whose reading does not end. */
export class PageTooLongError extends PipelineError {
  override name = 'PageTooLongError';
  readonly code = 'PARSE_TOO_LONG';
  readonly retry = 'never';
}

/** Reads one page after another, none for ever. */
export interface ReadingWatch extends AsyncDisposable {
  /**
   * Does the reading of a page. One that takes too much CPU ends the process, since nothing else can interrupt it at no
   * cost for all the others; those that were in its hand come again alone, as suspects.
   */
  read<Result>(reading: () => Result): Result;
  /**
   * Reads a page that a process died on, in a frame that can be interrupted.
   *
   * @throws PageTooLongError
   */
  readSuspect<Result>(reading: () => Result): Result;
}

export function openReadingWatch(pageMs = PAGE_CPU_MS): ReadingWatch {
  // Odd while a page is read; another number for each.
  const turn = new Int32Array(new SharedArrayBuffer(8));
  const thread = new Worker(new URL('./reading-watch-thread.ts', import.meta.url), {
    name: 'reading-watch',
    workerData: { turn, pageMs },
    // It needs nothing that the process was started with.
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2, stackSizeMb: 1 },
  });
  thread.unref();
  return {
    read(reading) {
      Atomics.add(turn, 0, 1);
      try {
        return reading();
      } finally {
        Atomics.add(turn, 0, 1);
      }
    },
    // Here it is time that passes, on a machine that may be busy.
    readSuspect: (reading) => interruptibly(reading, 3 * pageMs),
    async [Symbol.asyncDispose]() {
      await thread.terminate();
    },
  };
}

const CALL = new Script('reading()');

function interruptibly<Result>(reading: () => Result, timeout: number): Result {
  try {
    return CALL.runInNewContext({ reading }, { timeout });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new PageTooLongError(`reading it did not end in ${timeout} ms`, { cause: error });
  }
}
