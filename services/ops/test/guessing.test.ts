import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import { dropOpsToken, findOpsToken, keepOpsToken } from '@nashra/audit';
import { Secret } from '@nashra/env';
import { type Logger, silentLogger } from '@nashra/log';
import { knownMethods, ownHosts } from '@nashra/site';
import { type TestDatabase, testDatabase } from '@nashra/testkit';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { guard } from '../src/access/guard.ts';
import { openPasswords } from '../src/access/passwords.ts';
import { createSessions } from '../src/access/sessions.ts';
import { lastResorts } from '../src/last-resorts.ts';

const PASSWORD = 'a-long-password';
const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`operator:${password}`).toString('base64')}`,
});

let database: TestDatabase;
let app: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  app = await openSite();
});
afterEach(() => app.close());

const told: unknown[] = [];
const tell = (...line: unknown[]) => void told.push(line);
const log: Logger = Object.assign(Object.create(silentLogger), { info: tell, warn: tell });

const passwordsOf = (password: string) =>
  openPasswords({ user: 'operator', password: new Secret(password) });
/** Made once: it is as much work as a guess. */
const passwords = passwordsOf(PASSWORD);

/** The door alone, as it stands after a start. */
async function openSite(own = passwords): Promise<FastifyInstance> {
  const { db } = database;
  const site = Fastify({ forceCloseConnections: true });
  const methodsOf = knownMethods(site);
  lastResorts(site, silentLogger, methodsOf);
  await site.register(cookie);
  await site.register(formbody);
  const store = {
    keep: (...token: Parameters<typeof keepOpsToken> extends [unknown, ...infer R] ? R : never) =>
      keepOpsToken(db, ...token),
    find: (token: Parameters<typeof findOpsToken>[1]) => findOpsToken(db, token),
    drop: (hash: Buffer) => dropOpsToken(db, hash),
  };
  const sessions = createSessions(store, (await own).login);
  guard(site, { passwords: await own, sessions, hosts: ownHosts('ops.example'), log }, methodsOf);
  site.get('/api/status', () => 'open');
  return site;
}

const get = (headers: Record<string, string>, site = app) =>
  site.inject({ url: '/api/status', headers: { host: 'localhost', ...headers } });
const post = (
  url: string,
  payload: object | string,
  headers: Record<string, string> = {},
  site = app,
) => site.inject({ method: 'POST', url, payload, headers: { host: 'localhost', ...headers } });

async function logIn(site = app, next?: string) {
  const form = { user: 'operator', password: PASSWORD, ...(next && { next }) };
  const answer = await post('/login', form, {}, site);
  const cookies = answer.cookies.map(({ name, value }) => `${name}=${value}`);
  const [session = '', device = ''] = cookies;
  return { session, device, cookie: cookies.join('; '), location: answer.headers.location };
}

it('writes down who comes in and who does not, and nothing that was typed', async () => {
  told.length = 0;
  await post('/login', { user: 'my pass phrase', password: 'another' });
  await logIn();
  expect(told).toEqual([
    [{ client: '127.0.0.1' }, 'wrong login'],
    [{ who: 'operator', role: 'admin' }, 'logged in'],
  ]);
});

it('stops listening to a client that guesses, be the last guess right', async () => {
  expect((await get(basic(PASSWORD))).statusCode).toBe(200);
  const guesses = Array.from({ length: 12 }, (_, at) => get(basic(`guess ${at}`)));
  const statuses = (await Promise.all(guesses)).map(({ statusCode }) => statusCode);
  expect(statuses.filter((it) => it === 401)).toHaveLength(8);
  const answer = await get(basic(PASSWORD));
  expect(answer.statusCode).toBe(429);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
});

it('never shuts out a device that somebody logged in from, whoever guesses beside it', async () => {
  const { device, session } = await logIn();
  await Promise.all(Array.from({ length: 12 }, (_, at) => get(basic(`guess ${at}`))));
  expect((await get({ cookie: session })).statusCode).toBe(200);
  const form = { user: 'operator', password: PASSWORD };
  expect((await post('/login', form)).statusCode).toBe(429);
  expect((await post('/login', form, { cookie: device })).statusCode).toBe(303);
  // Who has the device and not the password is counted too.
  const wrong = () => post('/login', { ...form, password: 'wrong' }, { cookie: device });
  for (let at = 0; at < 8; at += 1) await wrong();
  expect((await wrong()).statusCode).toBe(429);
});

it('ends a session for ever at the logout: in every spelling, and after a restart', async () => {
  const { session } = await logIn();
  expect((await get({ cookie: session })).statusCode).toBe(200);
  await post('/logout', {}, { cookie: session, origin: 'http://localhost' });
  const again = await openSite(passwordsOf(PASSWORD));
  for (const site of [app, again])
    for (const spelling of [
      session,
      `${session}.x`,
      `${session}=`,
      `${session}; a=b`,
      `a=b; ${session}`,
    ])
      expect((await get({ cookie: spelling }, site)).statusCode).toBe(401);
  await again.close();
});

it('lets a session live through a restart, and end with the password', async () => {
  const { session } = await logIn();
  for (const [password, status] of [
    [PASSWORD, 200],
    ['another-password', 401],
  ] as const) {
    const site = await openSite(passwordsOf(password));
    expect((await get({ cookie: session }, site)).statusCode).toBe(status);
    await site.close();
  }
});

it.each([
  { user: { toString: 1 } },
  { user: ['operator'], password: ['x'] },
  { user: 'operator', password: null },
  { user: 'operator', password: 'x', next: { a: 1 } },
  { user: 'operator', password: 'x'.repeat(1_001) },
  { user: 'operator', password: 'x', admin: true },
  [],
  '"operator"',
  '{"__proto__": {"user": 1}}',
  '{',
])('answers 400 to a login that is none: %j', async (body) => {
  const answer = await post('/login', body, { 'content-type': 'application/json' });
  expect(answer.statusCode).toBe(400);
  expect(answer.body).not.toMatch(/toString|proto|JSON|stack| at /i);
});

it.each(['/.//evil.example', '//evil.example', '/\\evil.example', 'https://evil.example'])(
  'leads nobody away by next=%s',
  async (next) => expect((await logIn(app, next)).location).toBe('/'),
);

it('is served under its own names only, and takes no word of a request for its origin', async () => {
  const { cookie: cookies } = await logIn();
  for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example'])
    expect((await get({ cookie: cookies, host })).statusCode).toBe(421);
  expect((await get({ cookie: cookies, host: 'ops.example' })).statusCode).toBe(200);
  const evil = { cookie: cookies, host: 'evil.example', origin: 'http://evil.example' };
  expect((await post('/logout', {}, evil)).statusCode).toBe(421);
  const rebound = { cookie: cookies, host: 'ops.example', origin: 'http://evil.example' };
  expect((await post('/logout', {}, rebound)).statusCode).toBe(403);
  expect((await get({ cookie: cookies })).statusCode).toBe(200);
});
