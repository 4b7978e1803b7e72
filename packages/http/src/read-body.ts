import { Readable, type Transform, Writable } from 'node:stream';
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
    const wire = rate.count(bounded(body, bounds.maxBytes));
    const head = await firstBytes(wire);
    if (head.length === 0) return head;
    const decoders = decodersFor(headers['content-encoding'] ?? '', head);
    return await collect(startingWith(head, wire), decoders, bounds.maxBytes);
  } finally {
    rate.stop();
    body.destroy();
  }
}

/** At least the two bytes that tell zlib from raw deflate, if there are as many. */
async function firstBytes(wire: AsyncGenerator<Buffer, void>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const next = await wire.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function collect(
  wire: AsyncIterable<Buffer>,
  decoders: readonly Transform[],
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      chunks.push(chunk);
      done(bytes > maxBytes ? tooLarge(`has more than ${maxBytes} bytes when decoded`) : null);
    },
  });
  await pipeline([Readable.from(wire), ...decoders, sink]);
  return Buffer.concat(chunks);
}

async function* bounded(
  chunks: AsyncIterable<Buffer>,
  maxBytes: number,
): AsyncGenerator<Buffer, void> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(`has more than ${maxBytes} bytes`);
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
