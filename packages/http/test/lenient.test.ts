import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher } from '../src/index.ts';
import { answer, type Loopback, loopback, send } from './loopback.ts';

const PAGE = '<html><body><p>some words</p></body></html>\n<!-- cached -->\n';
const head = (...fields: string[]) =>
  `HTTP/1.1 200 OK\r\n${fields.map((it) => `${it}\r\n`).join('')}\r\n`;
const chunk = `${PAGE.length.toString(16)}\r\n${PAGE}\r\n`;

const cases = {
  'gzip-without-trailer': answer(200, ['content-encoding: gzip'], gzipSync(PAGE).subarray(0, -8)),
  'deflate-without-trailer': answer(
    200,
    ['content-encoding: deflate'],
    deflateSync(PAGE).subarray(0, -4),
  ),
  'raw-deflate': answer(200, ['content-encoding: deflate'], deflateRawSync(PAGE)),
  'charset-for-a-coding': answer(200, ['content-encoding: UTF-8'], PAGE),
  'plain-called-gzip': answer(200, ['content-encoding: gzip'], PAGE),
  'plain-called-zstd': answer(200, ['content-encoding: zstd'], PAGE),
  'plain-called-br': answer(200, ['content-encoding: br'], PAGE),
  'plain-called-deflate': answer(200, ['content-encoding: deflate'], PAGE),
  'zstd-called-gzip': answer(200, ['content-encoding: gzip'], zstdCompressSync(Buffer.from(PAGE))),
  'gzip-and-a-comment': answer(
    200,
    ['content-encoding: gzip'],
    Buffer.concat([gzipSync(PAGE), Buffer.from('<!-- 43 queries -->')]),
  ),
  'two-codings': answer(200, ['content-encoding: br, gzip'], gzipSync(brotliCompressSync(PAGE))),
  'last-chunk-missing': send(head('transfer-encoding: chunked'), chunk),
  'last-chunk-missing-and-closed': send(
    head('transfer-encoding: chunked', 'connection: close'),
    chunk,
  ),
  'length-too-long': send(head(`content-length: ${PAGE.length + 9}`, 'connection: close'), PAGE),
  identity: send(head('transfer-encoding: identity'), PAGE),
  'head-of-60-KiB': answer(200, [`x: ${'a'.repeat(60 * 1024)}`], PAGE),
};

/** What the strict parser refuses and browsers read. */
const loose = {
  'length-and-identity': send(
    head(`content-length: ${PAGE.length}`, 'transfer-encoding: identity'),
    PAGE,
  ),
  'line-feeds': send(`HTTP/1.1 200 OK\nConnection: close\n\n${PAGE}`),
  'length-and-chunks': send(
    head('content-length: 3', 'transfer-encoding: chunked'),
    chunk,
    '0\r\n\r\n',
  ),
  'length-twice': send(
    head(`content-length: ${PAGE.length}`, `content-length: ${PAGE.length}`),
    `${PAGE} and more`,
  ),
  'length-in-a-list': send(head(`content-length: ${PAGE.length}, ${PAGE.length}`), PAGE),
  'names-with-blanks': send(head('Content-Type : text/html', 'X Powered By: us'), PAGE),
  'line-without-colon': send(head('PHP Notice', 'content-encoding: gzip'), gzipSync(PAGE)),
  'continue-unasked': send('HTTP/1.1 100 Continue\r\n\r\n', head('connection: close'), PAGE),
  'hints-and-a-notice': send('HTTP/1.1 103 Hints\r\nNotice\r\n\r\n', head('Notice'), PAGE),
  'chunks-with-extensions': send(
    head('Notice', 'transfer-encoding: chunked'),
    `0005;a="b;c"\r\n${PAGE.slice(0, 5)}\r\n`,
    `${(PAGE.length - 5).toString(16).toUpperCase()} \r\n${PAGE.slice(5)}\r\n0\r\nX: 1\r\n\r\n`,
  ),
};

let server: Loopback;
let fetcher: Fetcher;
beforeAll(async () => {
  const all = Object.entries(cases).map(([name, behaviour]) => [`/${name}`, behaviour] as const);
  server = await loopback({
    ...Object.fromEntries(all),
    '/half': answer(200, ['content-encoding: gzip'], gzipSync(PAGE.repeat(9)).subarray(0, -12)),
    '/cut': send(head('content-length: 900'), PAGE.slice(0, 30)),
    ...Object.fromEntries(Object.entries(loose).map(([name, it]) => [`/${name}`, it])),
    '/chunks-cut': send(head('x y: 1', 'transfer-encoding: chunked'), chunk.slice(0, 30)),
    '/chunk-of-no-size': send(head('x y: 1', 'transfer-encoding: chunked'), `zz\r\n${PAGE}`),
    '/two-lengths': send(head('content-length: 3', 'content-length: 4'), 'abcd'),
  });
  fetcher = createFetcher({ userAgent: 'test', allowPrivate: ['127.0.0.1'] });
});
afterAll(async () => {
  await fetcher[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
const get = (path: string) => fetcher.get(`${server.origin}${path}`);

describe('an answer that browsers read', () => {
  it.each(Object.keys(cases))('%s', async (name) => {
    expect((await get(`/${name}`)).body.toString()).toBe(PAGE);
  });

  it('tells what was wrong with it', async () => {
    expect((await get('/gzip-without-trailer')).warnings).toEqual(['cut']);
    expect((await get('/charset-for-a-coding')).warnings).toEqual(['coding']);
    expect((await get('/raw-deflate')).warnings).toBeUndefined();
  });

  it('is none where the document itself is cut', async () => {
    await expect(get('/cut')).rejects.toMatchObject({ code: 'TRUNCATED' });
    await expect(get('/half')).rejects.toMatchObject({ code: 'TRUNCATED' });
  });

  it.each(Object.keys(loose))(
    'is read by the lenient parser at the second try: %s',
    async (name) => {
      await expect(get(`/${name}`)).rejects.toMatchObject({ code: 'PROTOCOL' });
      expect((await get(`/${name}`)).body.toString()).toBe(PAGE);
    },
  );

  it('has one end there too', async () => {
    const twice = async (path: string) => [
      await get(path).catch(codeOf),
      await get(path).catch(codeOf),
    ];
    expect(await twice('/chunks-cut')).toEqual(['PROTOCOL', 'TRUNCATED']);
    expect(await twice('/chunk-of-no-size')).toEqual(['PROTOCOL', 'PROTOCOL']);
    expect(await twice('/two-lengths')).toEqual(['PROTOCOL', 'PROTOCOL']);
  });
});

const codeOf = (error: unknown): unknown => (error as { code?: string }).code;
