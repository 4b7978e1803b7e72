import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import {
  type BrotliOptions,
  brotliCompress,
  brotliCompressSync,
  constants,
  gzip,
  gzipSync,
} from 'node:zlib';
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

interface Packed {
  readonly bytes: Buffer;
  /** As small as it is worth, or on the way there. */
  readonly isWell: boolean;
}

/** An answer that is asked for again: encoded once, and packed once in haste and once well. */
export interface KeptAnswer extends Omit<Answer, 'text'> {
  readonly body: Buffer;
  readonly etag: string;
  readonly packed: Map<Coding, Packed>;
}

const brotliOptions = (quality: number, body: Buffer): BrotliOptions => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    // Of 256 KiB, which no page fills: the default's megabytes a page had the whole heap collected every hundred pages.
    [constants.BROTLI_PARAM_LGWIN]: 18,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  },
});

/**
 * Most pages are asked for once: those are packed in haste, at once and without a stream, which takes a tenth of the time for a fourth
 * more bytes. Who is asked for again is packed well beside the work.
 */
const HASTE: Readonly<Record<Coding, (body: Buffer) => Buffer>> = {
  br: (body) => brotliCompressSync(body, brotliOptions(1, body)),
  gzip: (body) => gzipSync(body, { level: 1 }),
};
const brotli = promisify(brotliCompress);
const WELL: Readonly<Record<Coding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => brotli(body, brotliOptions(5, body)),
  gzip: promisify(gzip),
};
/** Smaller ones fit into a packet as they are. */
const WORTH_PACKING = 1_000;
/** Larger ones (sitemaps) would hold up everybody else: those are waited for. */
const MOST_IN_HASTE = 128 * 1024;

async function packedAs(coding: Coding, { body, packed }: KeptAnswer): Promise<Buffer> {
  const known = packed.get(coding);
  if (!known && body.length <= MOST_IN_HASTE) {
    const bytes = HASTE[coding](body);
    packed.set(coding, { bytes, isWell: false });
    return bytes;
  }
  if (known?.isWell) return known.bytes;
  const packing = WELL[coding](body).then((bytes) => {
    packed.set(coding, { bytes, isWell: true });
    return bytes;
  });
  if (!known) return await packing;
  packed.set(coding, { ...known, isWell: true });
  // Nobody waits for it, and what cannot be packed better is sent as it is.
  packing.catch(() => {});
  return known.bytes;
}

/** Browsers ask again each time and mostly hear that nothing changed; what stands between may keep it for two seconds. */
const PAGE_CACHE = 'public, max-age=0, s-maxage=2, must-revalidate';

export function keepable({ text, ...rest }: Answer): KeptAnswer {
  const body = Buffer.from(text);
  const tag = hash('sha256', body, 'base64url').slice(0, 22);
  return { ...rest, body, etag: `W/"${tag}"`, packed: new Map() };
}

/** One that never changes: packed once, as small as can be. */
export function forGood(answer: Answer): KeptAnswer {
  const kept = keepable(answer);
  const { body, packed } = kept;
  packed.set('br', { bytes: brotliCompressSync(body, brotliOptions(11, body)), isWell: true });
  packed.set('gzip', { bytes: gzipSync(body, { level: 9 }), isWell: true });
  return kept;
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
  const { status, type, body, tags, etag } = answer;
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
    if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
  }
  const coding = codingOf(request.headers['accept-encoding']);
  if (!coding || body.length < WORTH_PACKING) return reply.send(body);
  return reply.header('content-encoding', coding).send(await packedAs(coding, answer));
}

/** Whether a client has what it would be sent (RFC 9110, 13.1.2): compared weakly, since what stands between marks and unmarks them. */
export function isKnown(asked: string | undefined, etag: string): boolean {
  const strong = (tag: string) => tag.trim().replace(/^W\//, '');
  return asked?.split(',').some((it) => it.trim() === '*' || strong(it) === strong(etag)) ?? false;
}

function codingOf(accepted: string | string[] | undefined): Coding | undefined {
  const names = String(accepted ?? '')
    .split(',')
    .filter((it) => !/;\s*q=0(?:\.0*)?\s*$/.test(it))
    .map((it) => it.split(';', 1)[0]?.trim());
  return names.includes('br') ? 'br' : names.includes('gzip') ? 'gzip' : undefined;
}
