import { gzipSync } from 'node:zlib';
import { parseAnswer, readRecords, WarcError } from '@nashra/warc';

const HEAD_BYTES = 64 * 1_024;

/** Reads a text as an archive, as it is and as one member of gzip, with the answers in it. */
export async function readArchive(text: string): Promise<void> {
  const bytes = Buffer.from(text, 'latin1');
  for (const stream of [bytes, gzipSync(bytes, { level: 1 })]) {
    try {
      for await (const it of readRecords(chunksOf(stream)))
        if (it.kind === 'record' && it.block) parseAnswer(it.block, HEAD_BYTES);
    } catch (error) {
      if (!(error instanceof WarcError)) throw error;
    }
  }
}

/** In pieces that end anywhere. */
async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  const step = 1 + (bytes.length % 4_099);
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}
