import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Cache, Made } from '../library/cache.ts';

/** What is sent: text, and how it may be kept. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  /** By which a cache in between forgets it. */
  readonly tags: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

type Coding = 'br' | 'gzip';

/** An answer that is asked for again: encoded once, and packed once. */
export interface KeptAnswer extends Omit<Answer, 'text'> {
  readonly body: Buffer;
  readonly etag: string;
  readonly packed: Map<Coding, Promise<Buffer>>;
}

/** A page packed at 2 is a twentieth larger than at 4, for half of the time. */
const QUALITY = 2;
/** Of 256 KiB, which no page fills: the default's megabytes a page had the whole heap collected every hundred pages. */
const WINDOW_BITS = 18;

const brotli = promisify(brotliCompress);
const pack: Readonly<Record<Coding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) =>
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: promisify(gzip),
};
/** Smaller ones fit into a packet as they are. */
const WORTH_PACKING = 1_000;

/** Browsers ask again each time and mostly hear that nothing changed; what stands between may keep it for two seconds. */
const PAGE_CACHE = 'public, max-age=0, s-maxage=2, must-revalidate';

export function keepable({ text, ...rest }: Answer): KeptAnswer {
  const body = Buffer.from(text);
  const tag = hash('sha256', body, 'base64url').slice(0, 22);
  return { ...rest, body, etag: `W/"${tag}"`, packed: new Map() };
}

/** From the cache, where it is put when it is a page that is there. */
export async function answerFrom(
  cache: Cache,
  key: string,
  make: () => Promise<Answer>,
): Promise<KeptAnswer> {
  return await cache.get(key, async (): Promise<Made<KeptAnswer>> => {
    const value = keepable(await make());
    // Packed forms are smaller together than the bytes.
    return { value, tags: value.tags, size: 2 * value.body.length };
  });
}

export async function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: KeptAnswer,
): Promise<FastifyReply> {
  const { status, type, body, tags, etag, packed } = answer;
  reply
    .code(status)
    .type(type)
    .headers({
      'cache-control': status === 200 ? PAGE_CACHE : 'no-store',
      // Of who said what they want, no answer is another's.
      vary: 'accept-encoding, cookie',
      ...(tags.length > 0 && { 'surrogate-key': tags.slice(0, 50).join(' ') }),
      ...answer.headers,
    });
  if (status === 200) {
    reply.header('etag', etag);
    if (request.headers['if-none-match']?.split(',').some((it) => it.trim() === etag))
      return reply.code(304).send();
  }
  const coding = codingOf(request.headers['accept-encoding']);
  if (!coding || body.length < WORTH_PACKING) return reply.send(body);
  const small = packed.get(coding) ?? pack[coding](body);
  packed.set(coding, small);
  return reply.header('content-encoding', coding).send(await small);
}

function codingOf(accepted: string | string[] | undefined): Coding | undefined {
  const names = String(accepted ?? '')
    .split(',')
    .filter((it) => !/;\s*q=0(?:\.0*)?\s*$/.test(it))
    .map((it) => it.split(';', 1)[0]?.trim());
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined;
}
