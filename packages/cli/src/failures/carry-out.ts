import { setTimeout as sleep } from 'node:timers/promises';
import {
  askForRun,
  askOfRun,
  type BulkOrder,
  type BulkRun,
  RunError,
  readRun,
  stepRun,
} from '@nashra/pipeline';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { note } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import type { System } from '../system/find-system.ts';
import { untilInterrupted } from '../system/interrupt.ts';

const LOOK_MS = 300;

/** Asks for a run and sees it through to its end, with what programs are told of it. */
export async function carryOut(system: System, order: BulkOrder, because: string | undefined) {
  const id = await askForRun(system.db, order, acting(because ?? 'no reason given'));
  const run = await followRun(system, id, because);
  const { matched, acted, state, phases, why } = run;
  const stopped = why ?? (state === 'aborted' ? 'aborted' : null);
  return { run, outcome: { run: id, matched, sent: acted, state, stopped, phases } };
}

/** Steps a run beside whoever else does, until it has ended; Ctrl-C asks it to stop. */
export async function followRun(system: System, id: number, because?: string): Promise<BulkRun> {
  const { db } = system;
  using interrupt = untilInterrupted();
  let told = 0;
  let asked = false;
  for (;;) {
    if (interrupt.signal.aborted && !asked) {
      asked = true;
      process.exitCode = EXIT.interrupted;
      // It may have ended a moment ago.
      await askOfRun(db, id, 'abort', acting(because)).catch((error: unknown) => {
        if (!(error instanceof RunError)) throw error;
      });
    }
    const stepped = await stepRun(system, { id }).catch(left);
    const run = await readRun(db, id);
    if (!run) throw new CliError(`There is no run ${id}.`);
    for (; told < run.phases.length - (run.state === 'running' ? 1 : 0); told += 1) {
      const { sent, ended, failed } = run.phases[told] ?? { sent: 0, ended: 0, failed: 0 };
      note(`${sent} sent: ${ended} have ended, ${failed} failed again.`);
    }
    const isOver = run.endedAt !== null && run.state !== 'undoing';
    if (run.wanted === null && (isOver || run.state === 'paused')) return run;
    if (stepped !== 'worked') {
      const { signal } = interrupt;
      await sleep(LOOK_MS, undefined, asked ? {} : { signal }).catch(() => {});
    }
  }
}

/** Whose login may ask for a run and do nothing of it themselves waits for the scheduler. */
function left(error: unknown): 'waits' {
  if ((error as { code?: string }).code === '42501') return 'waits';
  throw error;
}
