import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFetcher, type Fetcher } from '@nashra/http';
import { openRobots, type RobotsCache } from '@nashra/politeness';
import { testRedis } from '@nashra/testkit';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const space = testRedis();
const redis = new Redis(space.url);
let fetcher: Fetcher;
let server: Server;
let origin: string;
let respond: RequestListener;
let asked: string[];
let time: number;
let robots: RobotsCache;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  fetcher = createFetcher({ userAgent: 'Nashra/1.0', allowPrivate: true });
});
beforeEach(async () => {
  await space.clear();
  asked = [];
  time = 1_000_000;
  robots = openRobots({
    redis,
    fetcher,
    prefix: space.prefix,
    userAgentToken: 'nashra',
    ttlMs: 60_000,
    retryMs: 10_000,
    now: () => time,
  });
});
afterAll(async () => {
  await fetcher[Symbol.asyncDispose]();
  server.closeAllConnections();
  server.close();
  await space.clear();
  await redis.quit();
});

const text =
  (body: string, status = 200): RequestListener =>
  (_, response) =>
    void response.writeHead(status).end(body);

describe('a robots.txt that is there', () => {
  beforeEach(() => {
    respond = text(
      'user-agent: nashra\ndisallow: /private\ncrawl-delay: 3\nsitemap: https://x.example/s.xml',
    );
  });

  it('is unknown until it is fetched, then decides for every process', async () => {
    expect(await robots.allowed(`${origin}/a`)).toBe('unknown');
    await robots.refresh(`${origin}/a`);
    const another = openRobots({
      redis,
      fetcher,
      prefix: space.prefix,
      userAgentToken: 'nashra',
      now: () => time,
    });
    expect(await another.allowed(`${origin}/a?x=1`)).toEqual({
      allowed: true,
      crawlDelayMs: 3_000,
    });
    expect(await another.allowed(`${origin}/private/1`)).toEqual({
      allowed: false,
      crawlDelayMs: 3_000,
      holdsMs: 60_000,
    });
    expect(await another.allowed(`${origin}/robots.txt`)).toMatchObject({ allowed: true });
    expect(await another.sitemaps(origin)).toEqual(['https://x.example/s.xml']);
    expect(asked).toEqual(['/robots.txt']);
  });

  it('is unknown again when it is old', async () => {
    await robots.refresh(origin);
    time += 60_001;
    expect(await robots.allowed(`${origin}/a`)).toBe('unknown');
  });

  it('goes on when the server fails later', async () => {
    await robots.refresh(origin);
    time += 60_001;
    respond = text('', 503);
    await robots.refresh(origin);
    expect(await robots.allowed(`${origin}/private/1`)).toEqual({
      allowed: false,
      crawlDelayMs: 3_000,
      holdsMs: 10_000,
    });
    expect(await robots.allowed(`${origin}/a`)).toMatchObject({ allowed: true });
  });

  it('is found behind redirects', async () => {
    const real = respond;
    respond = (request, response) =>
      request.url === '/robots.txt'
        ? void response.writeHead(301, { location: '/other.txt' }).end()
        : real(request, response);
    await robots.refresh(origin);
    expect(await robots.allowed(`${origin}/private`)).toMatchObject({ allowed: false });
  });
});

it('allows everything when there is none', async () => {
  respond = text('not here', 404);
  await robots.refresh(origin);
  expect(await robots.allowed(`${origin}/a`)).toMatchObject({ allowed: true });
});

it.each([
  ['fails', 10_000, text('', 500)],
  ['answers 429', 10_000, text('', 429)],
  ['hangs up', 10_000, ((request) => void request.socket.destroy()) as RequestListener],
] as const)('refuses for a while when the server %s', async (_, retryAfterMs, listener) => {
  respond = listener;
  await robots.refresh(origin);
  expect(await robots.allowed(`${origin}/a`)).toMatchObject({ allowed: false, retryAfterMs });
  time += 10_001;
  expect(await robots.allowed(`${origin}/a`)).toBe('unknown');
});

it('throws when the host itself is refused, since its pages are too', async () => {
  await using strict = createFetcher({ userAgent: 'Nashra/1.0' });
  const guarded = openRobots({
    redis,
    fetcher: strict,
    prefix: space.prefix,
    userAgentToken: 'nashra',
  });
  await expect(guarded.refresh(origin)).rejects.toMatchObject({ code: 'BLOCKED_ADDRESS' });
});

it('asks once when several want to know at the same time', async () => {
  respond = text('user-agent: *\ndisallow:');
  await robots.refresh(origin);
  await robots.refresh(`${origin}/other`);
  expect(asked).toEqual(['/robots.txt']);
});

it("lets the caller's refusal of a hop through, and remembers nothing", async () => {
  respond = text('user-agent: *\ndisallow:');
  const refusal = new Error('no slot');
  const onHop = () => Promise.reject(refusal);
  await expect(robots.refresh(origin, { onHop })).rejects.toBe(refusal);
  expect(await robots.allowed(`${origin}/a`)).toBe('unknown');
});
