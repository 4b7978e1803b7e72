import { gunzipSync } from 'node:zlib';
import { FeedError } from './feed-error.ts';

/** The bytes themselves, or what is packed in them: sitemaps are served as `.xml.gz`. Never more than `maxBytes`. */
export function unpack(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  let document = bytes;
  try {
    for (let times = 0; times < MOST_TIMES && isPacked(document); times += 1) {
      document = gunzipSync(document, { maxOutputLength: maxBytes });
    }
    return document;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new FeedError('NOT_A_FEED', 'the gzip data is damaged', { cause });
  }
}

/** A packed file that the server packs once more on its way; whoever packs oftener means harm. */
const MOST_TIMES = 2;

const isPacked = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

const tooLarge = (maxBytes: number) =>
  new FeedError('FEED_TOO_LARGE', `the document has more than ${maxBytes} bytes`);
