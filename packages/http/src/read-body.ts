import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { decodersFor } from './decoders.ts';
import { FetchError } from './fetch-error.ts';
import { watchRate } from './rate.ts';

export interface BodyBounds {
  readonly maxBytes: number;
  readonly minBytesPerSecond: number;
  readonly rateWindowMs: number;
}

/** Reads and decodes a body, bounded on both sides of the codec. */
export async function readBody(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  bounds: BodyBounds,
): Promise<Buffer> {
  const announced = Number(headers['content-length']);
  if (announced > bounds.maxBytes)
    throw tooLarge(`announces ${announced} bytes, ${bounds.maxBytes} are allowed`);
  const rate = watchRate(body, bounds);
  try {
    const wire = rate.count(bounded(body, bounds.maxBytes, 'on the wire'));
    const first = await wire.next();
    if (first.done) return Buffer.alloc(0);
    const decoders = decodersFor(headers['content-encoding'] ?? '', first.value);
    return await collect(startingWith(first.value, wire), decoders, bounds.maxBytes);
  } finally {
    rate.stop();
    body.destroy();
  }
}

async function collect(
  wire: AsyncIterable<Buffer>,
  decoders: ReturnType<typeof decodersFor>,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  await pipeline([
    wire,
    ...decoders,
    async (decoded: AsyncIterable<Buffer>) => {
      for await (const chunk of bounded(decoded, maxBytes, 'decoded')) chunks.push(chunk);
    },
  ]);
  return Buffer.concat(chunks);
}

async function* bounded(
  chunks: AsyncIterable<Buffer>,
  maxBytes: number,
  where: string,
): AsyncGenerator<Buffer, void> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(`more than ${maxBytes} bytes ${where}`);
    yield chunk;
  }
}

async function* startingWith(
  first: Buffer,
  rest: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void> {
  yield first;
  yield* rest;
}

function tooLarge(message: string): FetchError {
  return new FetchError('TOO_LARGE', `the body ${message}`);
}
