import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Catalog, catalogSchema } from './catalog.ts';

const OWN_CATALOG = fileURLToPath(new URL('../catalog/', import.meta.url));

/**
 * Reads every `*.json` of a folder as one catalog; without a folder, the one that comes with Nashra.
 *
 * @throws ZodError that names every mistake
 */
export async function readCatalog(folder = OWN_CATALOG): Promise<Catalog> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const parts = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown[]),
  );
  return catalogSchema.parse(parts.flat());
}
