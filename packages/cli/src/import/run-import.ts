import { closeSync, openSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { record } from '@nashra/audit';
import { openBlobs } from '@nashra/blobs';
import { findAddresses } from '@nashra/ledger';
import type { Place } from '@nashra/warc';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { note, printJson } from '../output/print.ts';
import { startProgress } from '../output/progress.ts';
import { acting } from '../system/acting.ts';
import { openSystem, type System } from '../system/find-system.ts';
import { untilInterrupted } from '../system/interrupt.ts';
import { archivePages, type Found } from './archive-pages.ts';
import { countFiles, folderPages } from './folder-pages.ts';
import { importAll } from './import-all.ts';
import { type Counts, type Mark, StateFile } from './state.ts';
import { Taker } from './taker.ts';

export interface ImportOptions {
  readonly state?: string;
  readonly timeZone: string;
  readonly json?: true;
}

export async function runImportWarc(files: readonly string[], options: ImportOptions) {
  for (const path of files) closeSync(openSync(path, 'r'));
  const works = files.map((path) => {
    const start: Place = { at: 0, within: 0 };
    const pages = (from: Place) => archivePages(path, from, options.timeZone);
    const done = { unit: 'MB', of: ({ place }: Mark<Place>) => place.at / 1e6 };
    return workOf(path, start, pages, done, statSync(path).size / 1e6);
  });
  await runImport(works, options);
}

export async function runImportFiles(
  folder: string,
  options: ImportOptions & { readonly base?: string },
) {
  if (!statSync(folder).isDirectory()) throw new CliError('A folder is wanted.', EXIT.usage);
  const pages = (from: string) => folderPages(folder, from, options);
  const done = { unit: 'files', of: ({ counts }: Mark<string>) => counts.records };
  await runImport([workOf(folder, '', pages, done, countFiles(folder))], options);
}

/** One archive or folder. */
interface Work<At> {
  readonly path: string;
  readonly start: At;
  pages(from: At): AsyncGenerator<Found<At>>;
  /** How much of it has been taken in, of how much in all, for the eye. */
  readonly done: { readonly unit: string; of(mark: Mark<At>): number };
  readonly all: number;
}

function workOf<At>(
  path: string,
  start: At,
  pages: Work<At>['pages'],
  done: Work<At>['done'],
  all: number,
): Work<At> {
  return { path, start, pages, done, all };
}

async function runImport<At>(works: readonly Work<At>[], options: ImportOptions): Promise<void> {
  await using system = await openSystem();
  if ((await system.queues.workers('parse')) === 0)
    throw new CliError('No parse service is running: "nashra up" starts all.', EXIT.notRunning);
  using interrupt = untilInterrupted();
  const blobs = await openBlobs(system.addresses.blobs);
  const taker = new Taker(system, blobs, interrupt.signal);
  for (const work of works) {
    const counts = await importOne(system, taker, work, options);
    if (counts === null) {
      note('Interrupted: the same command goes on from here.');
      process.exitCode = EXIT.interrupted;
      return;
    }
    if (options.json) printJson({ file: work.path, ...counts });
    else note(`${work.path}: ${textOf(counts)}`);
  }
}

/** Null where it was interrupted. */
async function importOne<At>(
  { db }: System,
  taker: Taker,
  { path, start, pages, done, all }: Work<At>,
  { state, timeZone }: ImportOptions,
): Promise<Counts | null> {
  const { size, mtimeMs } = statSync(path);
  const real = realpathSync(path);
  const place = state ? join(state, basename(real)) : real;
  const file = new StateFile<At>(
    `${place}.import.json`,
    JSON.stringify({ path: real, size, mtimeMs, timeZone }),
  );
  const kept = file.read();
  const { witness } = kept ?? {};
  const isHere = !witness || (await findAddresses(db, { ids: [witness] })).length > 0;
  const mark = (isHere && kept) || { place: start, counts: undefined, witness: null };
  if (mark.counts) note(`${path}: going on after ${mark.counts.records} records.`);
  else await record(db, acting(), { action: 'pages.import', subject: real });
  using progress = startProgress(done.unit, Math.ceil(all));
  let shown = 0;
  const counts = await importAll(pages(mark.place), taker, {
    mark,
    note: (text) => note(`${path}: ${text}`),
    keep(next) {
      file.keep(next);
      const now = Math.round(done.of(next));
      progress.add(now - shown);
      shown = now;
    },
  });
  // What is on its way still is read to its end: then nobody has to ask whether it is there.
  if (!counts || !(await taker.settle())) return null;
  file.remove();
  return counts;
}

function textOf({ records, entered, known, leftOut }: Counts): string {
  const why = Object.entries(leftOut).map(([reason, n]) => `${n} ${reason}`);
  const rest = why.length > 0 ? `; left out: ${why.join(', ')}` : '';
  return `${records} records, ${entered} entered, ${known} known${rest}.`;
}
