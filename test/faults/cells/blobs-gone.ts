import { rmSync } from 'node:fs';
import type { Cell } from '../cell.ts';

export const blobsGone: Cell = {
  name: 'blobs-gone',
  kind: 'disk',
  what: 'the blob folder is taken away',
  begin: async ({ blobs }) => rmSync(blobs, { recursive: true }),
};
