import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import type { Cell } from '../cell.ts';

/** Where parse is told that the store is; it leads to the right one, until it does not. */
const seenBy = (blobs: string) => `${blobs}-of-parse`;

export const blobsApart: Cell = {
  name: 'blobs-apart',
  kind: 'disk',
  what: 'parse sees another blob store than fetch',
  named: /what was fetched is not there/,
  isAlone: true,
  isLateToBegin: true,
  holdMs: 8_000,
  async begin(system, load) {
    const link = seenBy(system.blobs);
    symlinkSync(system.blobs, link);
    await system.kill('parse');
    await system.start('parse', { NASHRA_BLOBS: link });
    rmSync(link);
    mkdirSync(link);
    await load.more(20);
  },
  async end({ blobs }) {
    rmSync(seenBy(blobs), { recursive: true });
    symlinkSync(blobs, seenBy(blobs));
  },
};
