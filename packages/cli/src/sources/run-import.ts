import { readFile } from 'node:fs/promises';
import {
  catalogFromOpml,
  catalogSchema,
  loadCatalog,
  type OpmlCatalog,
  withKnown,
} from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { openSystemDb } from '../system/find-system.ts';

export interface ImportOptions {
  readonly timeZone: string;
  readonly json?: true;
}

export async function runImport(file: string, options: ImportOptions): Promise<void> {
  const bytes = await readFile(file);
  await using db = openSystemDb();
  const { catalog, leftOut } = file.endsWith('.json')
    ? readCatalogFile(file, bytes)
    : catalogFromOpml(bytes, options.timeZone);
  const change = await loadCatalog(
    db,
    file.endsWith('.json') ? catalog : await withKnown(db, catalog),
  );
  if (options.json) return printJson({ ...change, leftOut });
  const { publishersAdded, publishersChanged, feedsAdded } = change;
  print(
    `${publishersAdded} publishers added, ${publishersChanged} changed; ${feedsAdded} feeds added.`,
  );
  if (leftOut.length > 0) print(`${leftOut.length} left out:`);
  for (const { what, why } of leftOut) print(`  ${oneLine(what)}: ${oneLine(why)}`);
}

function readCatalogFile(file: string, bytes: Buffer): OpmlCatalog {
  try {
    return { catalog: catalogSchema.parse(JSON.parse(bytes.toString())), leftOut: [] };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new CliError(`${file} is no JSON: ${cause.message}.`, undefined, { cause });
  }
}
