import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { way } from '@nashra/pipeline';
import { loadService } from '@nashra/stack';
import { type TestDatabase, type TestRedis, testDatabase, testRedis } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runNashra } from './run-nashra.ts';

const titleOf = (path: string) => `Bridge number ${path.split('/').at(-1)} for the old port`;
let database: TestDatabase;
let redis: TestRedis;
let blobs: string;
const servers: Server[] = [];
let origin: string;
const services: AsyncDisposable[] = [];
let env: Record<string, string>;

beforeAll(async () => {
  [database, blobs] = await Promise.all([testDatabase(), mkdtemp(join(tmpdir(), 'nashra-cli-'))]);
  redis = testRedis();
  origin = await serve();
  env = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    NASHRA_PREFIX: redis.prefix,
    NASHRA_BLOBS: blobs,
    FETCH_ALLOW_PRIVATE: '127.0.0.1',
    HOST_INTERVAL_MS: '20',
  };
  const names = ['scheduler', ...way.map((stage) => stage.name)];
  for (const name of names) {
    const start = await loadService(name);
    services.push(await start({ LOG_LEVEL: 'error', ...env }));
  }
}, 120_000);
afterAll(async () => {
  await Promise.all(services.map((service) => service[Symbol.asyncDispose]()));
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
  await redis?.clear();
  await database?.drop();
  await rm(blobs, { recursive: true, force: true });
}, 60_000);

/** A host that nobody knows yet, with an article at each `/news/<n>`; returns its origin. */
async function serve(): Promise<string> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (!/^\/news\/\d+(\?|$)/.test(path)) return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page(titleOf(path.replace(/\?.*/, ''))));
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function page(title: string): string {
  const paragraphs = [1, 2, 3, 4, 5, 6].map(
    (at) =>
      `<p>Engineers told the council on day ${at} that the ${title} will carry trams, bicycles and people on foot, and that the works will take three years because the harbour has to stay open to fishing boats at night.</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>${title}</title>
    <meta property="og:type" content="article"><meta property="og:title" content="${title}">
    <meta property="article:published_time" content="2026-03-01T10:00:00Z"></head>
    <body><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`;
}

const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

it('shows every stage as it passes, and the article at the end', async () => {
  const { code, out } = await runNashra(['ingest', `${origin}/news/1`, '--json'], env);
  expect(code).toBe(0);
  const said = lines(out);
  expect(said.slice(0, -1).map(({ stage, state }) => [stage, state])).toEqual([
    ['scheduler', 'waiting'],
    ['scheduler', 'queued'],
    ...way.map(({ name, gives }) => [name, gives]),
  ]);
  expect(said.at(-1)).toMatchObject({
    id: expect.any(Number),
    title: titleOf('/news/1'),
    publisher: expect.stringMatching(/^127-0-0-1-/),
    publishedAt: '2026-03-01T10:00:00.000Z',
    language: 'en',
    body: expect.stringContaining('fishing boats'),
    url: `${origin}/news/1`,
    story: expect.any(Number),
  });
}, 120_000);

it('asks again for what is known, and fails when one ends without an article', async () => {
  expect(await runNashra(['ingest', `${origin}/news/2`], env)).toMatchObject({ code: 0 });
  const addresses = [`${origin}/news/2?utm_source=x`, `${origin}/missing`];
  const { code, out } = await runNashra(['ingest', ...addresses, '--json'], env);
  expect(code).toBe(1);
  const said = lines(out);
  expect(said).toContainEqual(expect.objectContaining({ state: 'known', reason: 'unchanged' }));
  expect(said).toContainEqual({
    address: `${origin}/missing`,
    state: 'dropped',
    reason: 'not_found',
  });
  expect(said).toContainEqual(expect.objectContaining({ title: titleOf('/news/2') }));
}, 120_000);

it('makes the publisher of an unknown host with its first article, and none for what is dropped', async () => {
  const fresh = await serve();
  const publishers = async () => {
    const { out } = await runNashra(['status', '--json'], env);
    return JSON.parse(out).publishers as number;
  };
  const before = await publishers();
  expect(await runNashra(['ingest', `${fresh}/missing`], env)).toMatchObject({ code: 1 });
  expect(await publishers()).toBe(before);
  expect(await runNashra(['ingest', `${fresh}/news/3`], env)).toMatchObject({ code: 0 });
  expect(await publishers()).toBe(before + 1);
}, 120_000);
