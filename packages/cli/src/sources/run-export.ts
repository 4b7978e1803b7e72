import { writeFile } from 'node:fs/promises';
import { databaseCatalog, listSources } from '@nashra/sources';
import { note, print } from '../output/print.ts';
import { openSystemDb } from '../system/find-system.ts';
import { catalogToOpml } from './catalog-to-opml.ts';

export interface ExportOptions {
  readonly format: 'opml' | 'json';
  /** Standard output when absent. */
  readonly output?: string;
}

export async function runExport({ format, output }: ExportOptions): Promise<void> {
  await using db = openSystemDb();
  const feeds = await listSources(db);
  const catalog = databaseCatalog(feeds);
  const text = format === 'opml' ? catalogToOpml(catalog) : JSON.stringify(catalog, null, 2);
  if (output === undefined) return print(text.trimEnd());
  await writeFile(output, `${text.trimEnd()}\n`);
  note(`Wrote ${feeds.length} feeds of ${catalog.length} publishers to ${output}.`);
}
