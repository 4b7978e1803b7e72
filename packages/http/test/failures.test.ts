import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher, type FetchError, type FetchErrorCode, type Fetcher } from '../src/index.ts';
import { answer, type Behaviour, type Loopback, loopback, send, sendAndHold } from './loopback.ts';

const MB = 1024 * 1024;
const zeros = Buffer.alloc(20 * MB);
const head = (...fields: string[]) =>
  `HTTP/1.1 200 OK\r\n${fields.map((f) => `${f}\r\n`).join('')}\r\n`;
const gzipped = gzipSync(Buffer.from('some words '.repeat(500)));
const damaged = Buffer.from(gzipped);
damaged.writeUInt32LE(0, damaged.length - 8);

/** Writes for as long as the other side listens. */
function endlessly(start: string, chunk: string | Uint8Array, everyMs = 0): Behaviour {
  return async (socket) => {
    socket.write(start);
    while (!socket.destroyed) {
      const flowing = socket.write(chunk);
      await (everyMs > 0 || flowing
        ? new Promise((resolve) => setTimeout(resolve, everyMs))
        : new Promise<void>((resolve) => socket.once('drain', resolve).once('close', resolve)));
    }
  };
}

const cases: Record<string, readonly [FetchErrorCode, Behaviour]> = {
  'never answers': ['TIMEOUT', () => {}],
  'sends its head byte by byte': ['TIMEOUT', endlessly('HTTP/1.1 200 OK\r\nx: ', 'a', 20)],
  'sends interim answers for ever': [
    'TIMEOUT',
    endlessly('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 20),
  ],
  'stops within the body': ['TIMEOUT', sendAndHold(head('content-length: 10'), 'abc')],
  'sends a head and never a body': ['TIMEOUT', sendAndHold(head('content-length: 10'))],
  'trickles its body': ['TIMEOUT', endlessly(head('content-length: 100000'), 'a', 50)],
  'trickles its chunks': [
    'TIMEOUT',
    endlessly(head('transfer-encoding: chunked'), '1\r\na\r\n', 50),
  ],
  'announces too much': ['TOO_LARGE', sendAndHold(head(`content-length: ${9 * MB}`))],
  'sends too much without announcing it': [
    'TOO_LARGE',
    endlessly(head(), Buffer.alloc(65_536, 'a')),
  ],
  'sends chunks for ever': [
    'TOO_LARGE',
    endlessly(head('transfer-encoding: chunked'), `10000\r\n${'a'.repeat(65_536)}\r\n`),
  ],
  'sends a gzip bomb': ['TOO_LARGE', answer(200, ['content-encoding: gzip'], gzipSync(zeros))],
  'sends a brotli bomb': [
    'TOO_LARGE',
    answer(200, ['content-encoding: br'], brotliCompressSync(zeros)),
  ],
  'sends a deflate bomb': [
    'TOO_LARGE',
    answer(200, ['content-encoding: deflate'], deflateSync(zeros)),
  ],
  'sends a zstd bomb': [
    'TOO_LARGE',
    answer(200, ['content-encoding: zstd'], zstdCompressSync(zeros)),
  ],
  'sends a bomb within a bomb': [
    'TOO_LARGE',
    answer(200, ['content-encoding: gzip, gzip'], gzipSync(gzipSync(zeros))),
  ],
  'sends a head without end': [
    'TOO_LARGE',
    endlessly('HTTP/1.1 200 OK\r\n', 'x: aaaaaaaaaaaaaaa\r\n'.repeat(1_000)),
  ],
  'sends one field without end': [
    'TOO_LARGE',
    endlessly('HTTP/1.1 200 OK\r\nx: ', 'a'.repeat(40_000)),
  ],
  'sends trailers without end': [
    'TOO_LARGE',
    endlessly(`${head('transfer-encoding: chunked')}0\r\n`, 'x: a\r\n'.repeat(10_000)),
  ],
  'sends chunk extensions without end': [
    'TIMEOUT',
    endlessly(`${head('transfer-encoding: chunked')}3;`, 'a'.repeat(100), 20),
  ],
  'does not speak HTTP': ['PROTOCOL', send('220 mail.example ESMTP ready\r\n')],
  'sends a status that is no number': ['PROTOCOL', send('HTTP/1.1 abc OK\r\n\r\n')],
  'sends two lengths that differ': [
    'PROTOCOL',
    send(head('content-length: 3', 'content-length: 4'), 'abcd'),
  ],
  'sends a negative length': ['PROTOCOL', send(head('content-length: -1'), 'abc')],
  'sends a length and chunks': [
    'PROTOCOL',
    send(head('content-length: 3', 'transfer-encoding: chunked'), '3\r\nabc\r\n0\r\n\r\n'),
  ],
  'sends a chunk size that is no number': [
    'PROTOCOL',
    send(head('transfer-encoding: chunked'), 'zz\r\nabc\r\n'),
  ],
  'switches to another protocol': [
    'PROTOCOL',
    send('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
  ],
  'transfers in a coding nobody asked for': [
    'PROTOCOL',
    send(head('transfer-encoding: gzip, chunked'), '3\r\nabc\r\n0\r\n\r\n'),
  ],
  'sends a NUL in a field': ['PROTOCOL', send('HTTP/1.1 200 OK\r\nx: a\0b\r\n\r\n')],
  'leads to a place that is no address': ['PROTOCOL', answer(302, ['location: http://[::1'])],
  'closes within the body': ['TRUNCATED', send(head('content-length: 100'), 'abc')],
  'closes between chunks': ['TRUNCATED', send(head('transfer-encoding: chunked'), '3\r\nabc\r\n')],
  'resets within the body': [
    'TRUNCATED',
    (socket) => {
      socket.write(head('content-length: 100'));
      setTimeout(() => socket.resetAndDestroy(), 30);
    },
  ],
  'cuts its gzip stream short': [
    'TRUNCATED',
    answer(200, ['content-encoding: gzip'], gzipped.subarray(0, -12)),
  ],
  'cuts its brotli stream short': [
    'TRUNCATED',
    answer(200, ['content-encoding: br'], brotliCompressSync(gzipped).subarray(0, -5)),
  ],
  'cuts its zstd stream short': [
    'TRUNCATED',
    answer(200, ['content-encoding: zstd'], zstdCompressSync(gzipped).subarray(0, -5)),
  ],
  'calls plain text gzip': ['DECODE', answer(200, ['content-encoding: gzip'], 'plain text')],
  'calls plain text brotli': [
    'DECODE',
    answer(200, ['content-encoding: br'], Buffer.alloc(99, 0xff)),
  ],
  'calls plain text zstd': ['DECODE', answer(200, ['content-encoding: zstd'], 'plain text')],
  'needs more memory for its zstd window than the web allows': [
    'DECODE',
    answer(
      200,
      ['content-encoding: zstd'],
      zstdCompressSync(zeros, {
        params: {
          [constants.ZSTD_c_windowLog]: 27,
          [constants.ZSTD_c_enableLongDistanceMatching]: 1,
          [constants.ZSTD_c_contentSizeFlag]: 0,
        },
      }),
    ),
  ],
  'sends a wrong checksum': ['DECODE', answer(200, ['content-encoding: gzip'], damaged)],
  'uses a coding nobody knows': ['DECODE', answer(200, ['content-encoding: exi'], 'abc')],
  'piles codings up': [
    'DECODE',
    answer(200, [`content-encoding: ${'gzip,'.repeat(9)}gzip`], gzipped),
  ],
  'leads to itself': ['TOO_MANY_REDIRECTS', answer(302, ['location: ?'])],
  'leads ever further': [
    'TOO_MANY_REDIRECTS',
    (socket, request) => answer(302, [`location: ?${request.length}`])(socket, request),
  ],
  'leads to a file': ['BLOCKED_ADDRESS', answer(302, ['location: file:///etc/passwd'])],
  'leads to data': ['BLOCKED_ADDRESS', answer(302, ['location: data:text/html,x'])],
  'leads to credentials': ['BLOCKED_ADDRESS', answer(302, ['location: http://a:b@127.0.0.1/'])],
  'closes before the head': ['CONNECT', (socket) => void socket.end()],
  'resets before the head': ['CONNECT', (socket) => void socket.resetAndDestroy()],
};

describe.concurrent('a server that', () => {
  let server: Loopback;
  let fetcher: Fetcher;
  let impatient: Fetcher;
  const pathOf = (name: string) => `/${name.replaceAll(' ', '-')}`;

  beforeAll(async () => {
    server = await loopback(
      Object.fromEntries(
        Object.entries(cases).map(([name, [, behaviour]]) => [pathOf(name), behaviour]),
      ),
    );
    const to = { userAgent: 'test', allowPrivate: ['127.0.0.1'] };
    const totalMs = 80_000;
    // All are asked at once: where time is not what ends them, a slow machine is to have it.
    fetcher = createFetcher({ ...to, limits: { totalMs, headersMs: totalMs } });
    impatient = createFetcher({
      ...to,
      limits: { totalMs, headersMs: 1_000, rateWindowMs: 1_000 },
    });
  });
  afterAll(async () => {
    await fetcher[Symbol.asyncDispose]();
    await impatient[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
  });

  it.each(Object.entries(cases))('%s ends as named', async (name, [code]) => {
    const asked = code === 'TIMEOUT' ? impatient : fetcher;
    const error = await asked.get(server.origin + pathOf(name)).then(
      (answered) => new Error(`answered ${answered.status}`),
      (reason) => reason,
    );
    expect([error.code, error.message]).toEqual([code, expect.not.stringContaining('in all')]);
  });

  it('tells a head that is too long, which passes, from a body that is', async () => {
    const isOfHead = async (name: string) =>
      await fetcher.get(server.origin + pathOf(name)).catch((error: FetchError) => error.ofHead);
    expect(await isOfHead('sends one field without end')).toBe(true);
    expect(await isOfHead('sends trailers without end')).toBe(true);
    expect(await isOfHead('announces too much')).toBe(false);
  });
});
