import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bodySuffix, pathsOf } from './layout.ts';
import type { BlobEntry } from './store.ts';

/** Up to `limit` blobs in key order after a key; reads no more folders than it needs. */
export async function listBlobs(
  root: string,
  after: string | undefined,
  limit: number,
): Promise<BlobEntry[]> {
  const entries: BlobEntry[] = [];
  for await (const sha256 of keysAfter(root, after ?? '')) {
    if (entries.length >= limit) break;
    const putAt = await stat(pathsOf(root, sha256).body).then(({ mtime }) => mtime, missing);
    if (putAt) entries.push({ sha256, putAt });
  }
  return entries;
}

async function* keysAfter(root: string, after: string): AsyncGenerator<string> {
  for (const first of await shards(root, after.slice(0, 2)))
    for (const second of await shards(
      join(root, first),
      after.startsWith(first) ? after.slice(2, 4) : '',
    ))
      for (const name of (await readdir(join(root, first, second))).sort())
        if (name.endsWith(bodySuffix)) {
          const sha256 = name.slice(0, -bodySuffix.length);
          if (sha256 > after) yield sha256;
        }
}

async function shards(folder: string, from: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => /^[0-9a-f]{2}$/.test(name) && name >= from).sort();
}

function missing(): undefined {
  return undefined;
}
