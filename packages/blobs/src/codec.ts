import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { BlobCorruptError, BlobTooLargeError } from './errors.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function pack(bytes: Uint8Array): Promise<Buffer> {
  return compress(bytes, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
}

/** Decompresses at most `maxBytes` and proves that they are the bytes of this key. */
export async function unpack(packed: Buffer, sha256: string, maxBytes: number): Promise<Buffer> {
  const bytes = await decompress(packed, { maxOutputLength: maxBytes }).catch((cause: Error) => {
    if ('code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE')
      throw new BlobTooLargeError(sha256, maxBytes, { cause });
    throw new BlobCorruptError(sha256, { cause });
  });
  if (sha256Of(bytes) !== sha256) throw new BlobCorruptError(sha256);
  return bytes;
}
