import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFetcher, type Fetcher } from '../src/index.ts';
import { answer, type Loopback, loopback } from './loopback.ts';

let own: Loopback;
let other: Loopback;
let fetcher: Fetcher;

beforeAll(async () => {
  other = await loopback({ '/page': answer(200, [], 'theirs') });
  own = await loopback({
    '/page': answer(200, [], 'ours'),
    '/away': answer(302, [`location: ${other.origin}/page`]),
    '/gate': (socket, request) =>
      (/\r\ncookie: seen=1\r\n/.test(request)
        ? answer(200, [], 'inside')
        : answer(302, ['location: /gate', 'set-cookie: seen=1; Path=/; Domain=example']))(
        socket,
        request,
      ),
    '/wall': answer(302, ['location: /wall', 'set-cookie: seen=1']),
    '/leak': answer(302, [`location: ${other.origin}/page`, 'set-cookie: seen=1']),
  });
  fetcher = createFetcher({ userAgent: 'Usual/1', allowPrivate: true });
});
afterAll(async () => {
  await Promise.all([own, other, fetcher].map((it) => it?.[Symbol.asyncDispose]()));
});

const accessOf = (url: URL) =>
  url.origin === own.origin
    ? { headers: { cookie: 'secret=1', 'user-agent': 'Other/2', 'x-key': 'k' } }
    : null;

it('asks with what is meant for a host there, and tells nobody whom it is redirected to', async () => {
  const { body } = await fetcher.get(`${own.origin}/away`, { accessOf });
  expect(String(body)).toBe('theirs');
  const [asked] = own.requests.slice(-1);
  expect(asked).toContain('cookie: secret=1');
  expect(asked).toContain('user-agent: Other/2');
  expect(asked).not.toContain('Usual/1');
  const [told] = other.requests.slice(-1);
  expect(told).not.toMatch(/secret|Other|x-key/);
  expect(told).toContain('user-agent: Usual/1');
});

it('passes a gate that wants to see its cookie again, and no wall', async () => {
  expect(String((await fetcher.get(`${own.origin}/gate`)).body)).toBe('inside');
  await expect(fetcher.get(`${own.origin}/wall`)).rejects.toMatchObject({
    code: 'TOO_MANY_REDIRECTS',
  });
  // Nothing of it is kept for the next fetch.
  await fetcher.get(`${own.origin}/page`);
  expect(own.requests.at(-1)).not.toContain('cookie');
});

it('gives a cookie back to who gave it and to nobody else', async () => {
  await fetcher.get(`${own.origin}/leak`);
  expect(other.requests.at(-1)).not.toContain('seen');
});

it('goes by a proxy where it is told to, with its login, and guards private networks there too', async () => {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['proxy-authorization']} ${request.headers.host}`);
    response.end('by proxy');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const way = () => ({ headers: {}, proxy: `http://user:word@127.0.0.1:${port}` });
  const resolve = (host: string, p: number) =>
    host === 'inside.example' ? [{ ip: '10.0.0.1', port: p }] : [{ ip: '93.184.216.34', port: p }];
  await using guarded = createFetcher({ userAgent: 'Usual/1', resolve });
  const { body } = await guarded.get('http://sahifa.example/page', { accessOf: way });
  expect(String(body)).toBe('by proxy');
  const login = Buffer.from('user:word').toString('base64');
  expect(asked).toEqual([`http://sahifa.example/page Basic ${login} sahifa.example`]);
  await expect(guarded.get('http://inside.example/page', { accessOf: way })).rejects.toMatchObject({
    code: 'BLOCKED_ADDRESS',
  });
  expect(asked).toHaveLength(1);
  proxy.closeAllConnections();
  proxy.close();
});
