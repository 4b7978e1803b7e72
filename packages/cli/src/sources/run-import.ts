import { readFile } from 'node:fs/promises';
import { catalogSchema, loadCatalog, readCatalog, withKnown } from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { openSystemDb } from '../system/find-system.ts';
import { catalogFromOpml, type OpmlCatalog } from './catalog-from-opml.ts';

export interface ImportOptions {
  readonly catalog?: true;
  readonly timeZone: string;
  readonly json?: true;
}

export async function runImport(file: string | undefined, options: ImportOptions): Promise<void> {
  if ((file === undefined) !== (options.catalog ?? false)) {
    throw new CliError(
      'Give a file, or --catalog for the catalog that comes with Nashra.',
      EXIT.usage,
    );
  }
  await using db = openSystemDb();
  const { catalog, leftOut } = await readSources(file, options.timeZone);
  const change = await loadCatalog(db, isOpml(file) ? await withKnown(db, catalog) : catalog);
  if (options.json) return printJson({ ...change, leftOut });
  const { publishersAdded, publishersChanged, feedsAdded } = change;
  print(
    `${publishersAdded} publishers added, ${publishersChanged} changed; ${feedsAdded} feeds added.`,
  );
  if (leftOut.length > 0) print(`${leftOut.length} left out:`);
  for (const { what, why } of leftOut) print(`  ${oneLine(what)}: ${oneLine(why)}`);
}

const isOpml = (file: string | undefined): boolean => file !== undefined && !file.endsWith('.json');

async function readSources(file: string | undefined, timeZone: string): Promise<OpmlCatalog> {
  if (file === undefined) return { catalog: await readCatalog(), leftOut: [] };
  const bytes = await readFile(file);
  return isOpml(file) ? catalogFromOpml(bytes, timeZone) : readCatalogFile(file, bytes);
}

function readCatalogFile(file: string, bytes: Buffer): OpmlCatalog {
  try {
    return { catalog: catalogSchema.parse(JSON.parse(bytes.toString())), leftOut: [] };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new CliError(`${file} is no JSON: ${cause.message}.`, undefined, { cause });
  }
}
