import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher } from '../src/index.ts';
import { answer, type Loopback, loopback, send, sendAndHold } from './loopback.ts';

const text = 'نص عربي '.repeat(2_000);
const coded = (coding: string, body: Uint8Array) =>
  answer(200, [`content-encoding: ${coding}`], body);

let server: Loopback;
let fetcher: Fetcher;
const get = (path: string, options = {}) => fetcher.get(server.origin + path, options);

beforeAll(async () => {
  server = await loopback({
    '/plain': answer(200, ['Content-Type: text/html', 'X-A: 1', 'X-A: 2', 'Set-Cookie: a=b'], text),
    '/chunked': send(
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n',
    ),
    '/close': send('HTTP/1.0 200 OK\r\n\r\nuntil the end'),
    '/gzip': coded('gzip', gzipSync(text)),
    '/x-gzip': coded('x-gzip', gzipSync(text)),
    '/two-members': coded(
      'gzip',
      Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))]),
    ),
    '/gzip-and-garbage': coded('gzip', Buffer.concat([gzipSync(text), Buffer.alloc(64)])),
    '/br': coded('br', brotliCompressSync(text)),
    '/deflate': coded('deflate', deflateSync(text)),
    '/raw-deflate': coded('deflate', deflateRawSync(text)),
    '/zstd': coded('zstd', zstdCompressSync(text)),
    '/gzip-called-br': coded('br', gzipSync(text)),
    '/deflate-called-gzip': coded('gzip', deflateSync(text)),
    '/packed-without-a-word': answer(200, ['content-type: text/html'], gzipSync(`<p>${text}`)),
    '/packed-twice': coded('gzip', gzipSync(gzipSync(`<p>${text}`))),
    '/archive': answer(200, ['content-type: application/gzip'], gzipSync('binary')),
    '/two-codings': coded('deflate, gzip', gzipSync(deflateSync(text))),
    '/identity': coded('identity', Buffer.from(text)),
    '/empty-gzip': coded('gzip', Buffer.alloc(0)),
    '/not-modified': send('HTTP/1.1 304 Not Modified\r\netag: "1"\r\ncontent-length: 99\r\n\r\n'),
    '/no-content': send('HTTP/1.1 204 No Content\r\n\r\n'),
    '/gone': answer(410, [], 'x'.repeat(100_000)),
    '/broken': answer(500, ['content-encoding: gzip'], 'not gzip'),
    '/busy': answer(429, ['retry-after: 120']),
    '/strange': answer(999, []),
    '/riddle': answer(
      403,
      ['server: cloudflare', 'content-type: text/html', 'content-encoding: gzip'],
      gzipSync('<title>Just a moment...</title>'),
    ),
    '/permanent': answer(301, ['location: /temporary']),
    '/temporary': answer(302, ['location: plain#part'], 'moved'),
    '/arabic': answer(302, ['location: /خبر']),
    '/%D8%AE%D8%A8%D8%B1': answer(200, [], 'arabic'),
    '/french': answer(302, ['location: /où est le café']),
    '/o%C3%B9%20est%20le%20caf%C3%A9': answer(200, [], 'french'),
    '/windows-1256': send(
      Buffer.from('HTTP/1.1 300 \r\nlocation: /\xce\xc8\xd1\r\n\r\n', 'latin1'),
    ),
    '/%CE%C8%D1': answer(200, [], 'of older bytes'),
    '/page': answer(
      200,
      ['content-type: text/html'],
      '<meta http-equiv=refresh content="0;url=/permanent">',
    ),
    '/slow-redirect': sendAndHold(
      'HTTP/1.1 302 Found\r\nlocation: /long\r\ncontent-length: 9\r\n\r\n',
    ),
    '/slow-404': sendAndHold('HTTP/1.1 404 Not Found\r\ncontent-length: 9\r\n\r\n'),
    '/endless-500': (socket) => {
      socket.write('HTTP/1.1 500 Broken\r\n\r\n');
      const timer = setInterval(() => socket.write('x'.repeat(10_000)), 1);
      socket.on('close', () => clearInterval(timer));
    },
    '/no-location': answer(302, []),
    '/long': answer(200, [], 'x'.repeat(1_000)),
    '/early': (socket) =>
      void socket.end(
        'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
      ),
  });
  fetcher = createFetcher({
    userAgent: 'nashra/1.0 (+https://nashra.example)',
    allowPrivate: ['127.0.0.1'],
  });
});
afterAll(async () => {
  await fetcher[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

describe('bodies', () => {
  it.each([
    'plain',
    'gzip',
    'x-gzip',
    'two-members',
    'gzip-and-garbage',
    'br',
    'deflate',
    'raw-deflate',
    'zstd',
    'two-codings',
    'identity',
    'gzip-called-br',
    'deflate-called-gzip',
  ])('are decoded: %s', async (path) => {
    expect((await get(`/${path}`)).body.toString()).toBe(text);
  });

  it.each([
    ['chunked', 'abcde'],
    ['close', 'until the end'],
    ['early', 'ok'],
    ['empty-gzip', ''],
    ['no-content', ''],
  ])('end where they should: %s', async (path, body) => {
    expect((await get(`/${path}`)).body.toString()).toBe(body);
  });

  it('are documents also where one is packed without a word, and nothing else is unpacked', async () => {
    for (const path of ['/packed-without-a-word', '/packed-twice'])
      expect((await get(path)).body.toString()).toBe(`<p>${text}`);
    expect((await get('/archive')).body).toEqual(gzipSync('binary'));
  });

  it('have a bound of the call, which an exact fit keeps', async () => {
    expect((await get('/long', { maxBytes: 1_000 })).body).toHaveLength(1_000);
    await expect(get('/long', { maxBytes: 999 })).rejects.toMatchObject({
      code: 'TOO_LARGE',
      retry: 'never',
    });
  });
});

describe('answers', () => {
  it('carry lower-case headers, joined, without cookies', async () => {
    const { headers } = await get('/plain');
    expect(headers).toMatchObject({ 'content-type': 'text/html', 'x-a': '1, 2' });
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it.each([
    [304, '/not-modified'],
    [410, '/gone'],
    [500, '/broken'],
    [999, '/strange'],
    [302, '/no-location'],
  ])('are answers with status %i, without a body', async (status, path) => {
    expect(await get(path)).toMatchObject({ status, body: Buffer.alloc(0) });
  });

  it.each([
    [200, '/slow-redirect'],
    [404, '/slow-404'],
    [500, '/endless-500'],
  ])('with status %i do not wait for bodies that nobody reads: %s', async (status, path) => {
    const started = performance.now();
    expect((await get(path)).status).toBe(status);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('say how long to wait', async () => {
    expect(await get('/busy')).toMatchObject({ status: 429, retryAfterMs: 120_000 });
    expect(await get('/plain')).not.toHaveProperty('retryAfterMs');
  });

  it('say who was asked and how long it took', async () => {
    const { remoteAddress, timings } = await get('/plain');
    expect(remoteAddress).toBe('127.0.0.1');
    expect(timings.headersMs).toBeLessThanOrEqual(timings.totalMs);
  });
});

describe('requests', () => {
  it('name the crawler, the validators and nothing personal', async () => {
    await get('/plain', { etag: 'W/"x"', lastModified: 'Tue, 24 Nov 2026 10:00:00 GMT' });
    const request = server.requests.at(-1) ?? '';
    expect(request).toContain('user-agent: nashra/1.0 (+https://nashra.example)\r\n');
    expect(request).toContain('if-none-match: W/"x"\r\n');
    expect(request).toContain('if-modified-since: Tue, 24 Nov 2026 10:00:00 GMT\r\n');
    expect(request).not.toMatch(/cookie|referer/i);
  });

  it('leave out a validator that could not be a field', async () => {
    await get('/plain', { etag: '"a"\r\nx-injected: 1' });
    expect(server.requests.at(-1)).not.toContain('injected');
  });
});

describe('redirects', () => {
  it('are followed and recorded', async () => {
    const answered = await get('/permanent');
    expect(answered.finalAddress).toBe(`${server.origin}/plain#part`);
    expect(answered.hops.map(({ status, location }) => [status, location])).toEqual([
      [301, `${server.origin}/temporary`],
      [302, `${server.origin}/plain#part`],
      [200, null],
    ]);
  });

  it('may be pages that do nothing else, for who follows those', async () => {
    expect((await get('/page')).finalAddress).toBe(`${server.origin}/page`);
    const asked: string[] = [];
    const onHop = async (address: string) => void asked.push(new URL(address).pathname);
    const answered = await get('/page', { followPages: true, onHop });
    expect(asked).toEqual(['/page', '/permanent', '/temporary', '/plain']);
    expect(answered.hops[0]).toMatchObject({ status: 200, location: `${server.origin}/permanent` });
    expect(answered.body.toString()).toBe(text);
  });

  it('may be written in bare UTF-8, or in bytes of an older charset', async () => {
    expect((await get('/arabic')).body.toString()).toBe('arabic');
    expect((await get('/french')).body.toString()).toBe('french');
    expect((await get('/windows-1256')).body.toString()).toBe('of older bytes');
  });

  it('ask the caller before every request; what he throws is thrown', async () => {
    const asked: string[] = [];
    const refusal = new Error('robots.txt says no');
    const onHop = async (address: string) => {
      asked.push(new URL(address).pathname);
      if (asked.length === 2) throw refusal;
    };
    await expect(get('/permanent', { onHop })).rejects.toBe(refusal);
    expect(asked).toEqual(['/permanent', '/temporary']);
  });

  it('are told along with a failure', async () => {
    const failed = await get('/permanent', { maxBytes: 1 }).catch((error) => error);
    expect(failed).toMatchObject({
      code: 'TOO_LARGE',
      hops: [{ status: 301 }, { status: 302 }, { status: 200 }],
    });
  });
});

it("ends with the caller's own reason when he aborts", async () => {
  await using silent = await loopback({ '/': () => {} });
  const control = new AbortController();
  const reason = new Error('stopping');
  setTimeout(() => control.abort(reason), 50);
  await expect(fetcher.get(silent.origin, { signal: control.signal })).rejects.toBe(reason);
  await expect(fetcher.get(silent.origin, { signal: control.signal })).rejects.toBe(reason);
});

it('names who answers in the place of a site, and gives no body of a refusal', async () => {
  expect(await get('/riddle')).toMatchObject({
    status: 403,
    challenge: 'cloudflare',
    body: Buffer.alloc(0),
  });
  expect(await get('/broken')).not.toHaveProperty('challenge');
  expect(await get('/plain')).not.toHaveProperty('challenge');
});
