import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { access, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pack, sha256Of, unpack } from './codec.ts';
import { parseHead } from './head.ts';
import { pathsOf } from './layout.ts';
import { listBlobs } from './list-blobs.ts';
import { roomFloor } from './room.ts';
import type { BlobStore } from './store.ts';
import { sweepTemporary, writeAtomic } from './write-atomic.ts';

export interface FileBlobsOptions {
  /** Bound on what `get` decompresses; 64 MiB by default. */
  readonly maxBytes?: number;
  /** Bytes of its disk to be kept free; 0 by default. */
  readonly minFreeBytes?: number;
}

/** Blob store in a folder of zstd files; processes may share it. */
export async function openFileBlobs(
  root: string,
  { maxBytes = 64 * 1024 * 1024, minFreeBytes = 0 }: FileBlobsOptions = {},
): Promise<BlobStore> {
  const temporary = join(root, 'tmp');
  await mkdir(temporary, { recursive: true });
  await sweepTemporary(temporary);
  return {
    requireRoom: roomFloor(root, minFreeBytes),

    async put(bytes) {
      const sha256 = sha256Of(bytes);
      const paths = pathsOf(root, sha256);
      if (touch(paths.body)) return { sha256, bytes: bytes.length };
      await writeAtomic(paths.body, pack(bytes), temporary);
      return { sha256, bytes: bytes.length };
    },

    async get(sha256) {
      const paths = pathsOf(root, sha256);
      const packed = readNow(paths.body);
      if (packed === null) return null;
      return unpack(packed, sha256, maxBytes);
    },

    has: (sha256) =>
      access(pathsOf(root, sha256).body).then(
        () => true,
        () => false,
      ),

    async headBeside(sha256) {
      const text = await readFile(pathsOf(root, sha256).head, 'utf8').catch(nullWhenMissing);
      return text === null ? null : parseHead(text);
    },

    async keepHead(sha256, head) {
      await writeAtomic(pathsOf(root, sha256).head, Buffer.from(JSON.stringify(head)), temporary);
    },

    list: (after, limit) => listBlobs(root, after, limit),

    async delete(sha256) {
      const paths = pathsOf(root, sha256);
      await rm(paths.body, { force: true });
      await rm(paths.head, { force: true });
    },
  };
}

/** Makes a known blob young again; false where there is none. */
function touch(path: string): boolean {
  if (!existsSync(path)) return false;
  const now = new Date();
  try {
    utimesSync(path, now, now);
    return true;
  } catch (error) {
    return nullWhenMissing(error as NodeJS.ErrnoException) !== null;
  }
}

/** Mostly it was written a moment ago and lies in the page cache: by the thread pool it would cost ten times as much. */
function readNow(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    return nullWhenMissing(error as NodeJS.ErrnoException);
  }
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
