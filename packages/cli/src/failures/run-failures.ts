import {
  type FailureFilter,
  FilterError,
  findFailures,
  groupFailures,
  readFailureFilter,
} from '@nashra/ledger';
import { type Phase, retryInPhases } from '@nashra/pipeline';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { ago } from '../output/ago.ts';
import { note, oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { acting } from '../system/acting.ts';
import { openSystem, openSystemDb } from '../system/find-system.ts';
import { untilInterrupted } from '../system/interrupt.ts';

const HEAD = ['count', 'state', 'reason', 'host', 'last', 'looked at again', 'such as'];

export async function runFailures(
  words: readonly string[],
  { limit, json }: { readonly limit: number; readonly json?: true },
): Promise<void> {
  const filter = filterOf(words);
  await using db = openSystemDb();
  const groups = await groupFailures(db, filter, limit);
  if (json) for (const group of groups) printJson(group);
  else if (groups.length === 0) print('None.');
  else
    print(
      table(
        groups.map(({ count, state, reason, host, lastAt, again, example }) => {
          const looked = again > 0 ? `${again}` : '–';
          return [count, state, reason, oneLine(host), ago(lastAt), looked, oneLine(example)];
        }),
        HEAD,
      ),
    );
}

export interface RetryOptions {
  readonly limit: number;
  readonly atOnce?: true;
  readonly yes?: true;
  readonly because?: string;
  readonly json?: true;
}

export async function runRetry(words: readonly string[], options: RetryOptions): Promise<void> {
  const { limit, atOnce, yes, because, json } = options;
  const filter = filterOf(words);
  await using system = await openSystem();
  const ids = await findFailures(system.db, filter, limit);
  const matched = ids.length;
  if (!yes || matched === 0) {
    if (json) return printJson({ matched, sent: 0, stopped: null, phases: [] });
    return print(
      matched === 0
        ? 'No failure matches.'
        : `${matched} would go through again; --yes sends them.`,
    );
  }
  using interrupt = untilInterrupted();
  const phases: Phase[] = [];
  const { sent, stopped } = await retryInPhases(system, ids, {
    filter: words.join(' '),
    act: acting(because),
    isWhole: atOnce ?? false,
    signal: interrupt.signal,
    onPhase(phase) {
      phases.push(phase);
      note(`${phase.sent} sent: ${phase.ended} have ended, ${phase.failed} failed again.`);
    },
  });
  if (json) printJson({ matched, sent, stopped, phases });
  else print(`${sent} of ${matched} go through again${stopped ? `; ${WHY[stopped]}` : ''}.`);
  if (stopped) process.exitCode = EXIT.failed;
}

const WHY = {
  failing: 'stopped, since more than a fifth failed again: the cause still stands',
  slow: 'stopped, since they do not end: see "nashra status"',
  aborted: 'stopped by you; what was sent goes on',
} as const;

function filterOf(words: readonly string[]): FailureFilter {
  try {
    return readFailureFilter(words.join(' '));
  } catch (error) {
    throw error instanceof FilterError ? new CliError(error.message, EXIT.usage) : error;
  }
}
