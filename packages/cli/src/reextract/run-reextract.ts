import { hostOf } from '@nashra/address';
import { countPagesOf, pagesOf } from '@nashra/pipeline';
import type { PagePreview } from '@nashra/reading';
import { EXIT } from '../exit-codes.ts';
import { asUsage } from '../failures/as-usage.ts';
import { carryOut } from '../failures/carry-out.ts';
import { note, oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { type Preview, previewAll, printPreview } from '../replay/preview.ts';
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
    const { id, acted, why } = run;
    const end = why === 'failing' ? '; stopped, since more than a fifth came to nothing' : '';
    print(`${acted} of ${run.matched} are read again${end}. Run ${id}; "nashra runs" shows it.`);
  }
  if (outcome.stopped) process.exitCode = EXIT.failed;
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
  const ids = compare > 0 ? await pagesOf(system.db, filter, matched) : [];
  const preview = await previewAll(system, spread(ids, compare));
  const hosts = byHost(preview);
  if (json) return printJson({ matched, run: null, sent: 0, preview: { ...preview, hosts } });
  if (matched === 0) return print('No kept page matches.');
  if (compare > 0) {
    printPreview(preview);
    note('');
    note(table(hosts.map(({ host, pages, fields }) => [oneLine(host), pages, fieldsText(fields)])));
  }
  const capped = all > matched ? ` of ${all}, since --limit says so,` : '';
  print(`${matched} pages${capped} would be read again; --yes does it.`);
}

/** So many from all over, not the oldest alone. */
function spread(ids: readonly number[], most: number): number[] {
  const step = Math.max(1, ids.length / Math.max(1, most));
  return Array.from(
    { length: Math.min(most, ids.length) },
    (_, n) => ids[Math.floor(n * step)] ?? 0,
  );
}

interface HostChanges {
  readonly host: string;
  readonly pages: number;
  readonly fields: Readonly<Record<string, number>>;
}

function byHost({ pages }: Preview): HostChanges[] {
  const groups = Map.groupBy(pages, ({ address }) => hostOf(address));
  return [...groups]
    .map(([host, changed]) => ({ host, pages: changed.length, fields: fieldsOf(changed) }))
    .sort((a, b) => b.pages - a.pages);
}

function fieldsOf(pages: readonly PagePreview[]): Record<string, number> {
  const fields: Record<string, number> = {};
  for (const { field } of pages.flatMap(({ changes }) => changes))
    fields[field] = (fields[field] ?? 0) + 1;
  return fields;
}

const fieldsText = (fields: Readonly<Record<string, number>>): string =>
  Object.entries(fields)
    .sort(([, a], [, b]) => b - a)
    .map(([field, n]) => `${field} ${n}`)
    .join(', ');
