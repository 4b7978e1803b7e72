import { hash } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { BlobCorruptError, BlobTooLargeError } from './errors.ts';

/** A page in one piece: the default of 16 KiB costs three times as much, and the thread pool more than it frees. */
const CHUNK = 512 * 1024;
/** Half the work of the default level, for two bytes in a hundred. */
const LEVEL = 2;

export function sha256Of(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

export function pack(bytes: Uint8Array): Buffer {
  return letGo(
    zstdCompressSync(bytes, {
      chunkSize: Math.min(CHUNK, 1_024 + bytes.length),
      // Tables no larger than the page needs.
      pledgedSrcSize: bytes.length,
      params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 },
      info: true,
    }),
  );
}

/** What zlib gives where `info` is asked for; its types do not know. */
interface Told {
  readonly buffer: Buffer;
  readonly engine: { _outBuffer: unknown };
}

/**
 * The bytes alone. The engine of a call is known to be dead only when the whole heap is collected; it held the piece it wrote to
 * until then, and so many pages in a row had that done for them.
 */
function letGo(told: unknown): Buffer {
  const { buffer, engine } = told as Told;
  engine._outBuffer = null;
  return buffer;
}

/** Decompresses at most `maxBytes` and proves that they are the bytes of this key. */
export function unpack(packed: Buffer, sha256: string, maxBytes: number): Buffer {
  const bytes = decompress(packed, sha256, maxBytes);
  if (sha256Of(bytes) !== sha256) throw new BlobCorruptError(sha256);
  return bytes;
}

function decompress(packed: Buffer, sha256: string, maxBytes: number): Buffer {
  try {
    return letGo(
      zstdDecompressSync(packed, {
        chunkSize: roomFor(packed),
        maxOutputLength: maxBytes,
        info: true,
      }),
    );
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new BlobTooLargeError(sha256, maxBytes, { cause });
    }
    throw new BlobCorruptError(sha256, { cause });
  }
}

/**
 * How much `packed` opens to in one piece. A page that took the largest piece kept five times its size alive, and had the
 * whole heap collected for it every hundred pages.
 */
function roomFor(packed: Buffer): number {
  const said = contentSizeOf(packed);
  return said === null ? CHUNK : Math.min(CHUNK, 1_024 + said);
}

const MAGIC = 0xfd2fb528;
const DICTIONARY_BYTES = [0, 1, 2, 4];

/** What the frame's header says (RFC 8878, 3.1.1.1); null where it does not, or says more than a number holds. */
function contentSizeOf(packed: Buffer): number | null {
  if (packed.length < 18 || packed.readUInt32LE(0) !== MAGIC) return null;
  const descriptor = packed.readUInt8(4);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const at = 5 + (isSingleSegment ? 0 : 1) + (DICTIONARY_BYTES[descriptor & 3] ?? 0);
  switch (descriptor >> 6) {
    case 0:
      return isSingleSegment ? packed.readUInt8(at) : null;
    case 1:
      return packed.readUInt16LE(at) + 256;
    case 2:
      return packed.readUInt32LE(at);
    default:
      return null;
  }
}
