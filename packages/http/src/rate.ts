import type { Readable } from 'node:stream';
import { FetchError } from './fetch-error.ts';

interface RateBounds {
  readonly minBytesPerSecond: number;
  readonly rateWindowMs: number;
}

export interface RateWatch {
  count(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void>;
  stop(): void;
}

/** Destroys a body that trickles: each window must bring its share of bytes. */
export function watchRate(body: Readable, bounds: RateBounds): RateWatch {
  const least = (bounds.minBytesPerSecond * bounds.rateWindowMs) / 1_000;
  let inWindow = 0;
  const timer = setInterval(() => {
    if (inWindow < least)
      body.destroy(new FetchError('TIMEOUT', `under ${bounds.minBytesPerSecond} bytes a second`));
    inWindow = 0;
  }, bounds.rateWindowMs);
  return {
    async *count(chunks) {
      for await (const chunk of chunks) {
        inWindow += chunk.length;
        yield chunk;
      }
    },
    stop: () => clearInterval(timer),
  };
}
