import { createHash } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { BlobCorruptError, BlobTooLargeError } from './errors.ts';

/** A page in one piece: the default of 16 KiB costs three times as much, and the thread pool more than it frees. */
const CHUNK = 512 * 1024;
/** Half the work of the default level, for two bytes in a hundred. */
const LEVEL = 2;

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function pack(bytes: Uint8Array): Buffer {
  return zstdCompressSync(bytes, {
    chunkSize: Math.min(CHUNK, 1_024 + bytes.length),
    // Tables no larger than the page needs.
    pledgedSrcSize: bytes.length,
    params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 },
  });
}

/** Decompresses at most `maxBytes` and proves that they are the bytes of this key. */
export function unpack(packed: Buffer, sha256: string, maxBytes: number): Buffer {
  const bytes = decompress(packed, sha256, maxBytes);
  if (sha256Of(bytes) !== sha256) throw new BlobCorruptError(sha256);
  return bytes;
}

function decompress(packed: Buffer, sha256: string, maxBytes: number): Buffer {
  try {
    return zstdDecompressSync(packed, { chunkSize: CHUNK, maxOutputLength: maxBytes });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new BlobTooLargeError(sha256, maxBytes, { cause });
    }
    throw new BlobCorruptError(sha256, { cause });
  }
}
