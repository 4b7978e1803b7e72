import { countPagesOf } from '@nashra/pipeline';
import { comparePages } from '@nashra/reading';
import { EXIT } from '../exit-codes.ts';
import { asUsage } from '../failures/as-usage.ts';
import { carryOut } from '../failures/carry-out.ts';
import { note, oneLine, print, printJson } from '../output/print.ts';
import { startProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import { printPreview, storesOf } from '../replay/preview.ts';
import { openSystem, type System } from '../system/find-system.ts';

export interface ReextractOptions {
  readonly limit: number;
  readonly rate?: number;
  readonly atOnce?: true;
  /** Pages read and compared before anything is written. */
  readonly compare: number;
  readonly yes?: true;
  readonly because?: string;
  readonly json?: true;
}

/** Shows what reading kept pages again would change, publisher by publisher; with --yes makes a run of it and follows it. */
export async function runReextract(
  words: readonly string[],
  { limit, rate, atOnce, compare, yes, because, json }: ReextractOptions,
): Promise<void> {
  const filter = words.join(' ');
  await using system = await openSystem();
  const all = await counted(system, filter);
  const matched = Math.min(all, limit);
  if (!yes || matched === 0) return await show(system, filter, { all, matched, compare, json });
  const order = { verb: 'reextract', filter, isWhole: atOnce, rate, most: limit } as const;
  const { run, outcome } = await carryOut(system, order, because);
  if (json) printJson(outcome);
  else {
    const { id, acted, why, state } = run;
    const failing = why === 'failing' ? '; stopped, since more than a fifth came to nothing' : '';
    const end = state === 'aborted' ? '; stopped by you, and what was sent goes on' : failing;
    print(`${acted} of ${run.matched} are read again${end}. Run ${id}; "nashra runs" shows it.`);
  }
  if (outcome.stopped) process.exitCode ||= EXIT.failed;
}

async function counted({ db }: System, filter: string): Promise<number> {
  try {
    return await countPagesOf(db, filter);
  } catch (error) {
    throw asUsage(error);
  }
}

interface Shown {
  readonly all: number;
  readonly matched: number;
  readonly compare: number;
  readonly json: true | undefined;
}

async function show(
  system: System,
  filter: string,
  { all, matched, compare, json }: Shown,
): Promise<void> {
  const report = await compared(system, filter, { pages: compare, most: matched });
  if (json) return printJson({ matched, run: null, sent: 0, preview: report });
  if (matched === 0) return print('No kept page matches.');
  if (compare > 0) {
    printPreview(report, report.changed);
    note('');
    const rows = report.publishers
      .filter(({ changed }) => changed > 0)
      .map(({ publisher, read, changed, fields }) => [
        ...[oneLine(publisher), `${changed} of ${read}`, fieldsText(fields)],
      ]);
    note(table(rows));
  }
  const capped = all > matched ? ` of ${all}, since --limit says so,` : '';
  print(`${matched} pages${capped} would be read again; --yes does it.`);
}

async function compared(
  system: System,
  filter: string,
  { pages, most }: { readonly pages: number; readonly most: number },
) {
  const stores = await storesOf(system);
  using progress = startProgress('reading', Math.min(pages, most));
  return await comparePages(stores, filter, { pages, most, onRead: () => progress.add(1) });
}

const fieldsText = (fields: Readonly<Record<string, number>>): string =>
  Object.entries(fields)
    .sort(([, a], [, b]) => b - a)
    .map(([field, n]) => `${field} ${n}`)
    .join(', ');
