import { join } from 'node:path';

const KEY = /^[0-9a-f]{64}$/;
export const bodySuffix = '.zst';
export const headSuffix = '.json';

export interface BlobPaths {
  readonly body: string;
  readonly head: string;
}

/**
 * `ab/cd/<sha256>`, in folders and in buckets alike, so that any tool which copies trees moves a store: 65,536 folders
 * keep each of them short with millions of blobs.
 */
export function nameOf(sha256: string): string {
  // The key becomes a path, so nothing but a key may pass.
  if (!KEY.test(sha256)) throw new TypeError(`${JSON.stringify(sha256)} is not a sha256`);
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

export function pathsOf(root: string, sha256: string): BlobPaths {
  const stem = join(root, nameOf(sha256));
  return { body: stem + bodySuffix, head: stem + headSuffix };
}
