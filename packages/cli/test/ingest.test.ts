import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { way } from '@nashra/pipeline';
import {
  startService,
  type TestDatabase,
  type TestRedis,
  type TestService,
  testDatabase,
  testRedis,
} from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runNashra } from './run-nashra.ts';

const TITLE = 'A second bridge for the old port';
let database: TestDatabase;
let redis: TestRedis;
let blobs: string;
let server: Server;
let origin: string;
const services: TestService[] = [];
let env: Record<string, string>;

beforeAll(async () => {
  [database, blobs] = await Promise.all([testDatabase(), mkdtemp(join(tmpdir(), 'nashra-cli-'))]);
  redis = testRedis();
  server = createServer((request, response) => {
    if (request.url !== '/news/1') return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  env = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    NASHRA_PREFIX: redis.prefix,
    NASHRA_BLOBS: blobs,
    FETCH_ALLOW_PRIVATE: '127.0.0.1',
    HOST_INTERVAL_MS: '20',
  };
  const names = ['scheduler', ...way.map((stage) => stage.name)];
  // One after another: five programs that start at once take long on a small machine.
  for (const name of names) services.push(await startService(name, env));
}, 120_000);
afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  server?.close();
  server?.closeAllConnections();
  await redis?.clear();
  await database?.drop();
  await rm(blobs, { recursive: true, force: true });
}, 60_000);

function page(): string {
  const paragraphs = [1, 2, 3, 4, 5, 6].map(
    (at) =>
      `<p>Engineers told the council on day ${at} that the bridge over the old port will carry trams, bicycles and people on foot, and that the works will take three years because the harbour has to stay open to fishing boats at night.</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>${TITLE}</title>
    <meta property="og:type" content="article"><meta property="og:title" content="${TITLE}">
    <meta property="article:published_time" content="2026-03-01T10:00:00Z"></head>
    <body><article><h1>${TITLE}</h1>${paragraphs.join('')}</article></body></html>`;
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
    title: TITLE,
    publisher: expect.stringMatching(/^127-0-0-1-/),
    publishedAt: '2026-03-01T10:00:00.000Z',
    language: 'en',
    body: expect.stringContaining('fishing boats'),
    url: `${origin}/news/1`,
    story: expect.any(Number),
  });
}, 120_000);

it('asks again for what is known, and fails when one ends without an article', async () => {
  const addresses = [`${origin}/news/1?utm_source=x`, `${origin}/missing`];
  const { code, out } = await runNashra(['ingest', ...addresses, '--json'], env);
  expect(code).toBe(1);
  const said = lines(out);
  expect(said).toContainEqual(expect.objectContaining({ state: 'known', reason: 'unchanged' }));
  expect(said).toContainEqual({
    address: `${origin}/missing`,
    state: 'dropped',
    reason: 'not_found',
  });
  expect(said).toContainEqual(expect.objectContaining({ title: TITLE }));
}, 120_000);
