import { readFile } from 'node:fs/promises';
import {
  type Catalog,
  catalogFromOpml,
  catalogSchema,
  loadCatalog,
  withKnown,
} from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { print, printJson } from '../output/print.ts';
import { openSystemDb } from '../system/find-system.ts';

export interface ImportOptions {
  readonly timeZone: string;
  readonly json?: true;
}

export async function runImport(file: string, options: ImportOptions): Promise<void> {
  const bytes = await readFile(file);
  await using db = openSystemDb();
  const catalog = file.endsWith('.json')
    ? readCatalogFile(file, bytes)
    : await withKnown(db, catalogFromOpml(bytes, options.timeZone));
  const change = await loadCatalog(db, catalog);
  if (options.json) return printJson(change);
  const { publishersAdded, publishersChanged, feedsAdded } = change;
  print(
    `${publishersAdded} publishers added, ${publishersChanged} changed; ${feedsAdded} feeds added.`,
  );
}

function readCatalogFile(file: string, bytes: Buffer): Catalog {
  try {
    return catalogSchema.parse(JSON.parse(bytes.toString()));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new CliError(`${file} is no JSON: ${cause.message}.`, undefined, { cause });
  }
}
