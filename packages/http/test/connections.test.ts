import { createServer } from 'node:net';
import { createSecureContext } from 'node:tls';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectTo, createFetcher, type FetcherOptions } from '../src/index.ts';
import { answer, type Loopback, loopback } from './loopback.ts';

const day = 24 * 60 * 60 * 1_000;
const certificate = (name: string, from: number, to: number) =>
  generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    notBeforeDate: new Date(Date.now() + from),
    notAfterDate: new Date(Date.now() + to),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });

let plain: Loopback;
let secure: Loopback;
let expired: Loopback;
let ca: string[];
const serverNames: string[] = [];

beforeAll(async () => {
  const good = await certificate('news.example', -day, day);
  const old = await certificate('news.example', -2 * day, -day);
  ca = [good.cert, old.cert];
  const paths = { '/': answer(200, [], 'here') };
  plain = await loopback(paths);
  secure = await loopback(paths, {
    SNICallback: (name, done) => {
      serverNames.push(name);
      done(null, createSecureContext({ key: good.private, cert: good.cert }));
    },
    key: good.private,
    cert: good.cert,
  });
  expired = await loopback(paths, { key: old.private, cert: old.cert });
});
afterAll(async () => {
  for (const server of [plain, secure, expired]) await server[Symbol.asyncDispose]();
});

/** Asks once, and gives the body or the error's code. */
async function ask(address: string, options: Partial<FetcherOptions> = {}): Promise<string> {
  await using fetcher = createFetcher({
    userAgent: 'test',
    limits: { headersMs: 1_500, totalMs: 10_000 },
    ...options,
  });
  return await fetcher.get(address).then(
    ({ body }) => body.toString(),
    ({ code }) => code,
  );
}

describe('private addresses', () => {
  it.each([
    ['nothing is allowed', false, 'BLOCKED_ADDRESS'],
    ['everything is', true, 'here'],
    ['the host is', ['127.0.0.1'], 'here'],
    ['another host is', ['127.0.0.2'], 'BLOCKED_ADDRESS'],
  ])('when %s', async (_, allowPrivate, result) => {
    expect(await ask(plain.origin, { allowPrivate })).toBe(result);
  });

  it('may be allowed by port', async () => {
    const port = plain.port;
    expect(await ask(plain.origin, { allowPrivate: [`127.0.0.1:${port}`] })).toBe('here');
    expect(await ask(plain.origin, { allowPrivate: [`127.0.0.1:${port + 1}`] })).toBe(
      'BLOCKED_ADDRESS',
    );
  });

  it('are not reached by name either', async () => {
    expect(await ask(`http://localhost:${plain.port}/`)).toBe('BLOCKED_ADDRESS');
    expect(await ask(`http://localhost:${plain.port}/`, { allowPrivate: ['localhost'] })).toBe(
      'here',
    );
  });

  it('are not reached by a redirect', async () => {
    await using outer = await loopback({ '/': answer(302, [`location: ${plain.origin}/`]) });
    const allowPrivate = [`127.0.0.1:${outer.port}`];
    expect(await ask(outer.origin, { allowPrivate })).toBe('BLOCKED_ADDRESS');
  });
});

describe('a resolver of the caller', () => {
  const resolve = () => connectTo(`*:80=127.0.0.1:${plain.port},*:443=127.0.0.1:${secure.port}`);

  it('passes the same guard', async () => {
    expect(await ask('http://news.example/', { resolve: resolve() })).toBe('BLOCKED_ADDRESS');
    expect(
      await ask('http://news.example/', { resolve: resolve(), allowPrivate: ['127.0.0.1'] }),
    ).toBe('here');
    expect(
      await ask('http://news.example/', { resolve: resolve(), allowPrivate: ['news.example'] }),
    ).toBe('here');
  });

  it('leaves Host and SNI as the address has them', async () => {
    const options = { resolve: resolve(), allowPrivate: true, ca };
    expect(await ask('http://news.example/', options)).toBe('here');
    expect(plain.requests.at(-1)).toContain('host: news.example\r\n');
    expect(await ask('https://news.example/', options)).toBe('here');
    expect(secure.requests.at(-1)).toContain('host: news.example\r\n');
    expect(serverNames.at(-1)).toBe('news.example');
  });

  it('may name several places; the next is tried when one is dead', async () => {
    const dead = await deadPort();
    const targets = [dead, plain.port].map((port) => ({ ip: '127.0.0.1', port }));
    expect(await ask('http://news.example/', { resolve: () => targets, allowPrivate: true })).toBe(
      'here',
    );
  });

  it('is refused altogether when one of its places is private', async () => {
    const targets = ['93.184.216.34', '127.0.0.1'].map((ip) => ({ ip, port: plain.port }));
    expect(await ask('http://news.example/', { resolve: () => targets })).toBe('BLOCKED_ADDRESS');
  });
});

describe('failures to connect', () => {
  const secureAt = (port: number) => ({
    allowPrivate: true,
    resolve: () => [{ ip: '127.0.0.1', port }],
  });

  it('TLS: a certificate of an unknown authority, of another name, out of date', async () => {
    expect(await ask('https://news.example/', secureAt(secure.port))).toBe('TLS');
    expect(await ask('https://other.example/', { ...secureAt(secure.port), ca })).toBe('TLS');
    expect(await ask('https://news.example/', { ...secureAt(expired.port), ca })).toBe('TLS');
  });

  it('TLS: a server that does not speak it', async () => {
    await using mute = await loopback({});
    const chatty = createServer((socket) => socket.on('error', () => {}).end('220 hello\r\n'));
    await new Promise<void>((resolve) => chatty.listen(0, '127.0.0.1', resolve));
    const { port } = chatty.address() as { port: number };
    expect(await ask('https://news.example/', secureAt(port))).toBe('TLS');
    expect(await ask('https://news.example/', secureAt(mute.port))).toBe('TIMEOUT');
    chatty.close();
  });

  it('DNS: a name that has no address', async () => {
    expect(await ask('http://news.example/', { resolve: () => [] })).toBe('DNS');
  });

  it('CONNECT: nobody listens', async () => {
    expect(await ask(`http://127.0.0.1:${await deadPort()}/`, { allowPrivate: true })).toBe(
      'CONNECT',
    );
  });
});

/** A port that was free a moment ago. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
