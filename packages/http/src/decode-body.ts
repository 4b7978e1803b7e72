import { promisify } from 'node:util';
import {
  brotliDecompress,
  constants,
  gunzip,
  inflate,
  inflateRaw,
  type ZlibOptions,
  zstdDecompress,
} from 'node:zlib';
import { FetchError } from './fetch-error.ts';

export const acceptEncoding = 'gzip, deflate, br, zstd';

/** Honest servers apply one coding, some proxies a second; a pile of them is a decompression bomb. */
const MAX_CODINGS = 2;
/** RFC 9659: a zstd window on the web is at most 8 MB. */
const ZSTD_WINDOW_LOG_MAX = 23;

/** The codings of a Content-Encoding field, in the order in which they were applied. */
export function codingsOf(contentEncoding: string): string[] {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity' && coding !== 'none');
  if (codings.length > MAX_CODINGS)
    throw new FetchError('DECODE', `${codings.length} content codings, one over the other`);
  return codings;
}

export interface Decoded {
  readonly bytes: Buffer;
  /** Why the end of the compressed stream is missing; null where it is there. */
  readonly cut: FetchError | null;
  /** The bytes were not what the field called them, and are text as they are. */
  readonly isForeign: boolean;
}

/** Takes the codings off, none of which may give more than `maxBytes`. Throws what zlib throws where nothing can be read. */
export async function decodeBody(
  wire: Buffer,
  codings: readonly string[],
  maxBytes: number,
): Promise<Decoded> {
  let bytes = wire;
  let cut: FetchError | null = null;
  for (const coding of codings.toReversed()) {
    const codec = codecOf(coding, bytes);
    // Frameworks put charsets and words of their own there, and proxies unpack and say nothing.
    if ((codec === null || !codec.fits(bytes)) && isText(bytes)) {
      return { bytes, cut, isForeign: true };
    }
    if (codec === null) {
      throw new FetchError('DECODE', `content coding ${JSON.stringify(coding)} is not known`);
    }
    const here = bytes;
    const decoded: Unpacked | null = await decode(codec, here, cut, maxBytes).catch(
      async (error: unknown) => {
        if (error instanceof FetchError) throw error;
        // Of some codings only trying tells.
        if (isText(here)) return null;
        const other = tellingCodec(here);
        if (other === null || other === codec) throw error;
        return await decode(other, here, cut, maxBytes);
      },
    );
    if (decoded === null) return { bytes, cut, isForeign: true };
    ({ bytes, cut } = decoded);
  }
  const inner = await textWithin(bytes, cut, maxBytes);
  return inner === null ? { bytes, cut, isForeign: false } : { ...inner, isForeign: true };
}

/** A document that is packed without a word, or once more than the field says: out of a cache of packed files. */
async function textWithin(
  bytes: Buffer,
  cut: FetchError | null,
  maxBytes: number,
): Promise<Unpacked | null> {
  if (!GZIP.fits(bytes)) return null;
  const inner = await decode(GZIP, bytes, cut, maxBytes).catch((error: unknown) => {
    if (error instanceof FetchError && error.code === 'TOO_LARGE') throw error;
    return null;
  });
  return inner !== null && isText(inner.bytes) ? inner : null;
}

/** How documents begin that are read as they are. */
const TEXT = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<|\{|\[|#|https?:|user-agent|sitemap)/i;
const isText = (bytes: Buffer): boolean => TEXT.test(bytes.toString('latin1', 0, 200));

interface Codec {
  readonly decompress: (bytes: Buffer, options: ZlibOptions) => Promise<Buffer>;
  readonly options: ZlibOptions;
  /** Makes it give what there is of a stream without an end. */
  readonly lenient: ZlibOptions;
  /** Whether the bytes may be of this coding; of some nobody can tell. */
  fits(bytes: Buffer): boolean;
}

type Unpacked = Pick<Decoded, 'bytes' | 'cut'>;

async function decode(
  codec: Codec,
  bytes: Buffer,
  cut: FetchError | null,
  maxOutputLength: number,
): Promise<Unpacked> {
  const { decompress, options, lenient } = codec;
  const bounded = { ...options, maxOutputLength };
  try {
    return { bytes: await decompress(bytes, bounded), cut };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      const message = `the body has more than ${maxOutputLength} bytes when decoded`;
      throw new FetchError('TOO_LARGE', message, { cause: error });
    }
    const message = String((error as Error).message);
    // Comments that a framework writes behind what it has packed.
    if (codec === GZIP && /incorrect header check/.test(message)) {
      return { bytes: await RAW_DEFLATE.decompress(withoutGzipHead(bytes), bounded), cut };
    }
    if (!/unexpected end of file/.test(message)) throw error;
    const why = new FetchError('TRUNCATED', 'its compression has no end', { cause: error });
    return { bytes: await decompress(bytes, { ...bounded, ...lenient }), cut: cut ?? why };
  }
}

const ZLIB = { options: {}, lenient: { finishFlush: constants.Z_SYNC_FLUSH } } as const;
const GZIP: Codec = {
  ...ZLIB,
  decompress: promisify(gunzip) as Codec['decompress'],
  fits: (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b,
};
const DEFLATE: Codec = {
  ...ZLIB,
  decompress: promisify(inflate) as Codec['decompress'],
  fits: () => true,
};
const RAW_DEFLATE: Codec = { ...DEFLATE, decompress: promisify(inflateRaw) as Codec['decompress'] };
const BROTLI: Codec = {
  decompress: promisify(brotliDecompress) as Codec['decompress'],
  options: {},
  lenient: { finishFlush: constants.BROTLI_OPERATION_FLUSH },
  fits: () => true,
};
const ZSTD: Codec = {
  decompress: promisify(zstdDecompress) as Codec['decompress'],
  options: { params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG_MAX } } as ZlibOptions,
  lenient: { finishFlush: constants.ZSTD_e_flush },
  fits: (bytes) => bytes.length < 4 || bytes.readUInt32LE(0) === 0xfd2fb528,
};

function codecOf(coding: string, bytes: Buffer): Codec | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return GZIP;
    case 'deflate':
      return hasZlibHeader(bytes) ? DEFLATE : RAW_DEFLATE;
    case 'br':
      return BROTLI;
    case 'zstd':
      return ZSTD;
    default:
      return null;
  }
}

/** RFC 1952 §2.3: ten bytes, and the fields that its flags announce. */
function withoutGzipHead(bytes: Buffer): Buffer {
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8);
  for (const texts of [8, 16]) if (flags & texts) at = bytes.indexOf(0, at) + 1;
  return bytes.subarray(flags & 2 ? at + 2 : at);
}

/** By what the bytes begin with, whatever they are called; null where nothing tells. */
function tellingCodec(bytes: Buffer): Codec | null {
  if (GZIP.fits(bytes)) return GZIP;
  if (bytes.length >= 4 && ZSTD.fits(bytes)) return ZSTD;
  return hasZlibHeader(bytes) ? DEFLATE : null;
}

/** RFC 9110 says zlib, yet some servers send raw deflate. RFC 1950: method 8 and a header divisible by 31. */
function hasZlibHeader([first = 0, second = 0]: Buffer): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}
