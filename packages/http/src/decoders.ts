import type { Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { FetchError } from './fetch-error.ts';

export const acceptEncoding = 'gzip, deflate, br, zstd';

/** Honest servers apply one coding, some proxies a second; a pile of them is a decompression bomb. */
const MAX_CODINGS = 2;
/** RFC 9659: a zstd window on the web is at most 8 MB. */
const ZSTD_WINDOW_LOG_MAX = 23;

/** Decoders in the order to apply them for a Content-Encoding field, given the body's first bytes. */
export function decodersFor(contentEncoding: string, head: Buffer): Transform[] {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity' && coding !== 'none');
  if (codings.length > MAX_CODINGS)
    throw new FetchError('DECODE', `${codings.length} content codings, one over the other`);
  return codings.reverse().map((coding, index) => decoder(coding, index === 0 ? head : undefined));
}

function decoder(coding: string, head: Buffer | undefined): Transform {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return head === undefined || hasZlibHeader(head) ? createInflate() : createInflateRaw();
    case 'br':
      return createBrotliDecompress();
    case 'zstd':
      return createZstdDecompress({
        params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG_MAX },
      });
    default:
      throw new FetchError('DECODE', `content coding ${JSON.stringify(coding)} is not known`);
  }
}

/** RFC 9110 says zlib, yet some servers send raw deflate. RFC 1950: method 8 and a header divisible by 31. */
function hasZlibHeader([first = 0, second = 0]: Buffer): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}
