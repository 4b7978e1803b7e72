import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setting } from './setting.ts';

export const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where embedded servers, blobs and logs lie: as given, else NASHRA_DATA, else `.nashra` in the project. */
export function dataFolder(given?: string): string {
  const named = given ?? setting('NASHRA_DATA');
  return named ? resolve(named) : resolve(PROJECT, '.nashra');
}
