import { renameSync, rmSync } from 'node:fs';
import type { Cell } from '../cell.ts';

export const blobsGone: Cell = {
  name: 'blobs-gone',
  kind: 'disk',
  what: 'the blob folder is taken away',
  async begin({ blobs }) {
    // At once, or writers put files into folders that are being removed.
    renameSync(blobs, `${blobs}-away`);
    rmSync(`${blobs}-away`, { recursive: true });
  },
};
