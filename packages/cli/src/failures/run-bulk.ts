import { setTimeout as sleep } from 'node:timers/promises';
import { sumFailures } from '@nashra/ledger';
import {
  askForRun,
  askOfRun,
  type BulkRun,
  type FailureVerb,
  RunError,
  readRun,
  stepRun,
} from '@nashra/pipeline';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { note, print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystem, type System } from '../system/find-system.ts';
import { untilInterrupted } from '../system/interrupt.ts';
import { filterOf } from './run-failures.ts';

export interface BulkOptions {
  readonly limit: number;
  readonly rate?: number;
  readonly atOnce?: true;
  readonly yes?: true;
  readonly because?: string;
  readonly json?: true;
}

const LOOK_MS = 300;
const WOULD = {
  retry: ['would go through again', 'sends them'],
  discard: ['would be set aside', 'does it'],
  quarantine: ['would be held for a person', 'does it'],
} as const satisfies Record<FailureVerb, readonly [string, string]>;
const DID = {
  retry: 'go through again',
  discard: 'are set aside',
  quarantine: 'are held for a person',
} as const satisfies Record<FailureVerb, string>;
const WHY = {
  failing: 'stopped, since more than a fifth failed again: the cause still stands',
  slow: 'stopped, since they do not end: see "nashra status"',
} as const;

/** Shows what a verb would be done to; with --yes makes a run of it, steps it until it ends, and says how. */
export async function runBulk(
  verb: FailureVerb,
  words: readonly string[],
  { limit, rate, atOnce, yes, because, json }: BulkOptions,
): Promise<void> {
  const filter = words.join(' ');
  await using system = await openSystem();
  const { count } = await sumFailures(system.db, filterOf(words));
  const matched = Math.min(count, limit);
  if (!yes || matched === 0) {
    if (json)
      return printJson({ run: null, matched, sent: 0, state: null, stopped: null, phases: [] });
    const [would, does] = WOULD[verb];
    return print(matched === 0 ? 'No failure matches.' : `${matched} ${would}; --yes ${does}.`);
  }
  const order = { verb, filter, isWhole: atOnce, rate, most: limit };
  const act = acting(because ?? 'no reason given');
  const run = await followRun(system, await askForRun(system.db, order, act), because);
  const { id, sent, acted, state, phases } = run;
  const stopped = run.why ?? (state === 'aborted' ? 'aborted' : null);
  if (json) printJson({ run: id, matched: run.matched, sent: acted, state, stopped, phases });
  else print(`${acted} of ${run.matched} ${DID[verb]}${endOf(run)}. Run ${id}${undoable(run)}`);
  if (stopped || sent === 0) process.exitCode = EXIT.failed;
}

function endOf({ why, state }: BulkRun): string {
  if (why) return `; ${WHY[why]}`;
  return state === 'aborted' ? '; stopped by you, and what was sent goes on' : '';
}

const undoable = ({ id }: BulkRun) => `; "nashra runs undo ${id}" takes back what it can.`;

/** Steps a run beside whoever else does, until it has ended; Ctrl-C asks it to stop. */
export async function followRun(system: System, id: number, because?: string): Promise<BulkRun> {
  const { db } = system;
  using interrupt = untilInterrupted();
  let told = 0;
  let asked = false;
  for (;;) {
    if (interrupt.signal.aborted && !asked) {
      asked = true;
      // It may have ended a moment ago.
      await askOfRun(db, id, 'abort', acting(because)).catch((error: unknown) => {
        if (!(error instanceof RunError)) throw error;
      });
    }
    const stepped = await stepRun(system, { id });
    const run = await readRun(db, id);
    if (!run) throw new CliError(`There is no run ${id}.`);
    for (; told < run.phases.length - (run.state === 'running' ? 1 : 0); told += 1) {
      const { sent, ended, failed } = run.phases[told] ?? { sent: 0, ended: 0, failed: 0 };
      note(`${sent} sent: ${ended} have ended, ${failed} failed again.`);
    }
    if (run.endedAt !== null && run.wanted === null && run.state !== 'undoing') return run;
    if (stepped !== 'worked') {
      const { signal } = interrupt;
      await sleep(LOOK_MS, undefined, asked ? {} : { signal }).catch(() => {});
    }
  }
}
