import { gunzipSync } from 'node:zlib';
import { FeedError } from './feed-error.ts';

/** The bytes themselves, or what is packed in them: sitemaps are served as `.xml.gz`. Never more than `maxBytes`. */
export function unpack(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new FeedError('NOT_A_FEED', 'the gzip data is damaged', { cause });
  }
}

const tooLarge = (maxBytes: number) =>
  new FeedError('FEED_TOO_LARGE', `the document has more than ${maxBytes} bytes`);
