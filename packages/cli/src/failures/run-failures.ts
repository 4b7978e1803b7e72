import { type FailureFilter, groupFailures, readFailureFilter } from '@nashra/ledger';
import { ago } from '../output/ago.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { openSystemDb } from '../system/find-system.ts';
import { asUsage } from './as-usage.ts';

const HEAD = ['count', 'stage', 'reason', 'host', 'last', 'looked at again', 'such as'];

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
        groups.map(({ count, state, stage, reason, host, error, lastAt, again, example }) => {
          const looked = again > 0 ? `${again}` : '–';
          const where = state === 'quarantined' ? `${stage}, quarantined` : stage;
          const why = error ? oneLine(error, 60) : reason;
          return [count, where, why, oneLine(host), ago(lastAt), looked, oneLine(example)];
        }),
        HEAD,
      ),
    );
}

/** What they mean, or the error that says why nobody knows. */
export function filterOf(words: readonly string[]): FailureFilter {
  try {
    return readFailureFilter(words.join(' '));
  } catch (error) {
    throw asUsage(error);
  }
}
