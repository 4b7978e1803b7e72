import { join } from 'node:path';

const KEY = /^[0-9a-f]{64}$/;
export const bodySuffix = '.zst';
const headSuffix = '.json';

export interface BlobPaths {
  readonly folder: string;
  readonly body: string;
  readonly head: string;
}

/** `ab/cd/<sha256>.zst` and `.json`: 65,536 folders keep each of them short with millions of blobs. */
export function pathsOf(root: string, sha256: string): BlobPaths {
  // The key becomes a path, so nothing but a key may pass.
  if (!KEY.test(sha256)) throw new TypeError(`${JSON.stringify(sha256)} is not a sha256`);
  const folder = join(root, sha256.slice(0, 2), sha256.slice(2, 4));
  const stem = join(folder, sha256);
  return { folder, body: stem + bodySuffix, head: stem + headSuffix };
}
