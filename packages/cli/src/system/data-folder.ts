import { resolve } from 'node:path';
import { PROJECT } from './project.ts';
import { setting } from './setting.ts';

/** Where `nashra up` keeps embedded servers, blobs and logs; the invented articles of a newsroom lie apart. */
const USUAL = { catalog: resolve(PROJECT, '.nashra'), newsroom: resolve(PROJECT, '.nashra/demo') };

/** As given, else NASHRA_DATA, else the usual one for what is shown. */
export function dataFolder(given?: string, shows: keyof typeof USUAL = 'catalog'): string {
  const named = given ?? setting('NASHRA_DATA');
  return named ? resolve(named) : USUAL[shows];
}

/** Where a running system may have left word of itself, the likeliest first: NASHRA_DATA alone when it is set. */
export function dataFolders(): string[] {
  return setting('NASHRA_DATA') ? [dataFolder()] : Object.values(USUAL);
}
