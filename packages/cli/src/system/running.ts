import { type RunInfo, readRunFile } from '@nashra/stack';
import { dataFolders } from './data-folder.ts';

/** A system that `nashra up` runs on this machine. */
export interface Running extends RunInfo {
  readonly dataDir: string;
}

/** Those that run, of the usual folders or of NASHRA_DATA; `npm start` comes before `npm run demo`. */
export function runningSystems(folders: readonly string[] = dataFolders()): Running[] {
  return folders.flatMap((dataDir) => {
    const info = readRunFile(dataDir);
    return info ? [{ ...info, dataDir }] : [];
  });
}
