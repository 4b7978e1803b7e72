import type { Readable } from 'node:stream';
import type { AnswerWarning } from './answer.ts';
import { classify } from './classify.ts';
import { codingsOf, decodeBody } from './decode-body.ts';
import { FetchError } from './fetch-error.ts';
import { isComplete } from './is-complete.ts';
import { watchRate } from './rate.ts';

export interface BodyBounds {
  readonly maxBytes: number;
  readonly minBytesPerSecond: number;
  readonly rateWindowMs: number;
}

export interface ReadBody {
  readonly bytes: Buffer;
  /** What was wrong with it and could be read all the same, as browsers do. */
  readonly warnings: readonly AnswerWarning[];
}

/**
 * Reads and decodes a body, bounded on both sides of the codec. One that ends before its own length, or whose compression
 * lacks its end, is an answer where the document in it is complete.
 */
export async function readBody(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  bounds: BodyBounds,
  signal: AbortSignal,
): Promise<ReadBody> {
  const announced = Number(headers['content-length']);
  if (announced > bounds.maxBytes)
    throw tooLarge(`announces ${announced} bytes, ${bounds.maxBytes} are allowed`);
  return await readWhole(await readWire(body, bounds, signal), headers, bounds.maxBytes);
}

/** A body as it came off the wire, and why it ended there where that was too early. */
export interface Wire {
  readonly bytes: Buffer;
  readonly cut: FetchError | null;
}

/** The same of bytes that are there: without its content coding, at most `maxBytes`. */
export async function readWhole(
  wire: Wire,
  headers: Readonly<Record<string, string>>,
  maxBytes: number,
): Promise<ReadBody> {
  if (wire.bytes.length === 0) {
    if (wire.cut) throw wire.cut;
    return { bytes: wire.bytes, warnings: [] };
  }
  const codings = codingsOf(headers['content-encoding'] ?? '');
  const { bytes, cut, isForeign } = await decodeBody(wire.bytes, codings, maxBytes).catch(
    (error: unknown) => {
      throw wire.cut ?? error;
    },
  );
  const why = wire.cut ?? cut;
  if (why && !isComplete(bytes)) throw why;
  return {
    bytes,
    warnings: [...(why ? (['cut'] as const) : []), ...(isForeign ? (['coding'] as const) : [])],
  };
}

async function readWire(body: Readable, bounds: BodyBounds, signal: AbortSignal): Promise<Wire> {
  const rate = watchRate(body, bounds);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of rate.count(body)) {
      length += chunk.length;
      if (length > bounds.maxBytes) throw tooLarge(`has more than ${bounds.maxBytes} bytes`);
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks, length), cut: null };
  } catch (error) {
    const why = classify(error, 'body');
    if (signal.aborted || why.code !== 'TRUNCATED') throw error;
    return { bytes: Buffer.concat(chunks, length), cut: why };
  } finally {
    rate.stop();
    body.destroy();
  }
}

function tooLarge(message: string): FetchError {
  return new FetchError('TOO_LARGE', `the body ${message}`);
}
