import { closeSync, fstatSync, renameSync, writeSync } from 'node:fs';
import { openPrivateLog } from './private-files.ts';

export interface BoundedLog {
  write(chunk: Uint8Array): void;
  close(): void;
}

/** A log file for its owner's eyes that never outgrows `maxBytes`: a full one becomes `<path>.1`, replacing the one before it. */
export function openBoundedLog(path: string, maxBytes = 8 * 1024 * 1024): BoundedLog {
  let file = openPrivateLog(path);
  let size = fstatSync(file).size;
  return {
    write(chunk) {
      if (file < 0) return;
      if (size > 0 && size + chunk.length > maxBytes) {
        closeSync(file);
        renameSync(path, `${path}.1`);
        file = openPrivateLog(path);
        size = 0;
      }
      writeSync(file, chunk);
      size += chunk.length;
    },
    close() {
      closeSync(file);
      file = -1;
    },
  };
}
