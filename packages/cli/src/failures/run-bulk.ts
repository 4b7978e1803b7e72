import { sumFailures } from '@nashra/ledger';
import type { BulkRun, FailureVerb } from '@nashra/pipeline';
import { EXIT } from '../exit-codes.ts';
import { print, printJson } from '../output/print.ts';
import { openSystem } from '../system/find-system.ts';
import { carryOut } from './carry-out.ts';
import { filterOf } from './run-failures.ts';

export interface BulkOptions {
  readonly limit: number;
  readonly rate?: number;
  readonly atOnce?: true;
  readonly yes?: true;
  readonly because?: string;
  readonly json?: true;
}

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
  const { run, outcome } = await carryOut(system, order, because);
  const { id, sent, acted } = run;
  if (json) printJson(outcome);
  else print(`${acted} of ${run.matched} ${DID[verb]}${endOf(run)}. Run ${id}${undoable(run)}`);
  if (outcome.stopped || sent === 0) process.exitCode ||= EXIT.failed;
}

function endOf({ why, state }: BulkRun): string {
  if (why) return `; ${WHY[why]}`;
  return state === 'aborted' ? '; stopped by you, and what was sent goes on' : '';
}

const undoable = ({ id }: BulkRun) => `; "nashra runs undo ${id}" takes back what it can.`;
