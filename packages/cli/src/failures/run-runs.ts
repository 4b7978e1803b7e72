import type { BulkWish } from '@nashra/db';
import { askOfRun, type BulkRun, listRuns, RunError, readRun } from '@nashra/pipeline';
import { CliError } from '../cli-error.ts';
import { ago } from '../output/ago.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { acting } from '../system/acting.ts';
import { openSystem, openSystemDb } from '../system/find-system.ts';
import { followRun } from './carry-out.ts';

const HEAD = ['run', 'asked', 'by', 'what', 'filter', 'state', 'matched', 'sent', 'taken back'];

export async function runRuns({ limit, json }: { limit: number; json?: true }): Promise<void> {
  await using db = openSystemDb();
  const runs = await listRuns(db, limit);
  if (json) for (const run of runs) printJson(run);
  else if (runs.length === 0) print('None.');
  else print(table(runs.map(rowOf), HEAD));
}

function rowOf(run: BulkRun) {
  const { id, madeAt, actor, verb, filter, state, why, matched, acted, takenBack } = run;
  const stands = why ? `${state}, ${why}` : state;
  const by = oneLine(actor, 40);
  return [id, ago(madeAt), by, verb, oneLine(filter), stands, matched ?? '–', acted, takenBack];
}

export async function runShowRun(id: number, { json }: { json?: true }): Promise<void> {
  await using db = openSystemDb();
  const run = await readRun(db, id);
  if (!run) throw new CliError(`There is no run ${id}. "nashra runs" lists them.`);
  if (json) return printJson(run);
  print(table([rowOf(run)], HEAD));
  for (const [at, { sent, ended, failed }] of run.phases.entries())
    print(`phase ${at + 1}: ${sent} sent, ${ended} have ended, ${failed} failed again`);
}

/** Asks something of a run and waits until that is done; one that goes on is seen through. */
export async function runAskOfRun(
  id: number,
  wanted: BulkWish,
  { because, json }: { because?: string; json?: true },
): Promise<void> {
  await using system = await openSystem();
  try {
    await askOfRun(system.db, id, wanted, acting(because));
  } catch (error) {
    throw error instanceof RunError ? new CliError(error.message) : error;
  }
  const run = await followRun(system, id, because);
  if (json) return printJson(run);
  print(
    wanted === 'undo'
      ? `Run ${id} is ${run.state}: ${run.takenBack} of ${run.acted} stand as before; the others had begun.`
      : `Run ${id} is ${run.state}: ${run.acted} of ${run.matched ?? 0} have gone.`,
  );
}
