import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { openBlobs } from '@nashra/blobs';
import {
  articleIds,
  asReader,
  listPublishers,
  newestMark,
  type Reader,
  readArticles,
  shownArticle,
} from '@nashra/reader';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { note, printJson } from '../output/print.ts';
import { startProgress } from '../output/progress.ts';
import { openReadingDb, requireSystem } from '../system/find-system.ts';
import { untilInterrupted } from '../system/interrupt.ts';
import { type Format, type Mark, openSink } from './sinks.ts';
import { PageWriter } from './warc.ts';

export interface ExportOptions {
  readonly format: Format;
  readonly to: string;
  readonly since?: Date;
  readonly until?: Date;
  readonly after?: number;
  /** For the operator himself: what may not be shown to others too. */
  readonly own?: true;
  readonly json?: true;
}

/** An export that is not done: by what it was asked for, and how far it is whole. */
interface Kept {
  readonly asked: string;
  readonly seq: number;
  readonly epoch: number;
  readonly mark: Mark;
}

/** Of how many articles an answer of the database has the texts. */
const STEP = 200;

/**
 * Writes articles out in the order of their ids. Interrupted, it goes on with the same command; done, it says by which
 * `after` the next one takes only newer articles, and by which `seq` changes of these are followed.
 */
export async function runExport(options: ExportOptions): Promise<void> {
  const { format, to, since, until, after = 0, own = false, json } = options;
  if (format === 'parquet' && to === '-')
    throw new CliError('Parquet goes to a folder: --to FOLDER.', EXIT.usage);
  if (format === 'warc' && to === '-' && process.stdout.isTTY)
    throw new CliError('An archive is no text for a terminal: --to FILE.', EXIT.usage);
  if (since && until && since >= until)
    throw new CliError('--until is not after --since: nothing lies between.', EXIT.usage);
  await using db = openReadingDb();
  using interrupt = untilInterrupted();
  const reader = asReader(db);
  const state = to === '-' ? null : `${to}.export.json`;
  const asked = JSON.stringify({ format, since, until, after, ...(own && { own }) });
  const kept = state ? readKept(state, asked) : undefined;
  const { seq, epoch } = kept ?? (await newestMark(reader));
  let mark = kept?.mark ?? { after, rows: 0, size: 0 };
  if (kept) note(`Going on after ${mark.rows} articles.`);
  using progress = startProgress('articles', since || until ? 0 : await countAll(reader));
  progress.add(mark.rows);
  const pages = new PageWriter(db, () => openBlobs(requireSystem().blobs), own);
  using sink = openSink(format, to, mark, (articles, isFirst) => pages.write(articles, isFirst));
  for await (const ids of articleIds(reader, { after: mark.after, since, until, step: STEP })) {
    const articles = await readArticles(reader, ids);
    mark = await sink.write(own ? articles : articles.map((it) => shownArticle(it, 'machines')));
    if (state) keep(state, { asked, seq, epoch, mark });
    progress.add(ids.length);
    if (interrupt.signal.aborted) {
      note('Interrupted: the same command goes on from here.');
      process.exitCode = EXIT.interrupted;
      return;
    }
  }
  mark = sink.end();
  if (state) rmSync(state, { force: true });
  if (pages.leftOut > 0)
    note(
      own
        ? `${pages.leftOut} left out: their bytes are gone.`
        : `${pages.leftOut} left out: their bytes are gone, or not to be shown to machines (--own).`,
    );
  const done = { rows: mark.rows, after: mark.after, seq, epoch };
  if (json && to !== '-') printJson(done);
  else note(`${mark.rows} articles; the next: --after ${mark.after}, or changes after ${seq}.`);
}

function readKept(state: string, asked: string): Kept | undefined {
  if (!existsSync(state)) return undefined;
  const kept = JSON.parse(readFileSync(state, 'utf8')) as Kept;
  if (kept.asked === asked) return kept;
  throw new CliError(
    `${state} is of an export that was asked for otherwise: go on with that, or remove it.`,
    EXIT.usage,
  );
}

function keep(state: string, kept: Kept): void {
  writeFileSync(`${state}.part`, JSON.stringify(kept));
  renameSync(`${state}.part`, state);
}

async function countAll(reader: Reader): Promise<number> {
  return (await listPublishers(reader)).reduce((sum, { articles }) => sum + articles, 0);
}
