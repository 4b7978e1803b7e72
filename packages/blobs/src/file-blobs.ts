import { access, mkdir, readFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { pack, sha256Of, unpack } from './codec.ts';
import { BlobCorruptError } from './errors.ts';
import { pathsOf } from './layout.ts';
import { listBlobs } from './list-blobs.ts';
import type { BlobHead, BlobStore } from './store.ts';
import { sweepTemporary, writeAtomic } from './write-atomic.ts';

export interface FileBlobsOptions {
  /** Bound on what `get` decompresses; 64 MiB by default. */
  readonly maxBytes?: number;
}

/** Blob store in a folder, zstd files with the head as JSON beside them; processes may share it. */
export async function openFileBlobs(
  root: string,
  { maxBytes = 64 * 1024 * 1024 }: FileBlobsOptions = {},
): Promise<BlobStore> {
  const temporary = join(root, 'tmp');
  await mkdir(temporary, { recursive: true });
  await sweepTemporary(temporary);
  return {
    async put(bytes, head) {
      const sha256 = sha256Of(bytes);
      const paths = pathsOf(root, sha256);
      if (await touch(paths.body)) return { sha256, bytes: bytes.length, stored: false };
      await mkdir(paths.folder, { recursive: true });
      // The body goes last: a blob exists from its rename on, with its head already there.
      await writeAtomic(paths.head, Buffer.from(JSON.stringify(head)), temporary);
      await writeAtomic(paths.body, await pack(bytes), temporary);
      return { sha256, bytes: bytes.length, stored: true };
    },

    async get(sha256) {
      const paths = pathsOf(root, sha256);
      const packed = await readFile(paths.body).catch(nullWhenMissing);
      if (packed === null) return null;
      const bytes = await unpack(packed, sha256, maxBytes);
      return { bytes, head: await readHead(paths.head, sha256) };
    },

    has: (sha256) =>
      access(pathsOf(root, sha256).body).then(
        () => true,
        () => false,
      ),

    list: (after, limit) => listBlobs(root, after, limit),

    async delete(sha256) {
      const paths = pathsOf(root, sha256);
      await rm(paths.body, { force: true });
      await rm(paths.head, { force: true });
    },
  };
}

/** Makes a known blob young again, so that nobody takes it for an orphan before its new row is there. */
async function touch(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    (error) => nullWhenMissing(error) !== null,
  );
}

async function readHead(path: string, sha256: string): Promise<BlobHead> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new BlobCorruptError(sha256, { cause });
  }
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
