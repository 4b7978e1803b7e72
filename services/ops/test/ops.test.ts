import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queues as contracts } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import {
  addFeed,
  addPublisher,
  putAddress,
  startService,
  type TestDatabase,
  type TestRedis,
  type TestService,
  testDatabase,
  testRedis,
  waitFor,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const LOGIN = { user: 'operator', password: 'a-long-password' };
const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`operator:${password}`).toString('base64')}`,
});
const asBrowser = { accept: 'text/html', 'sec-fetch-mode': 'navigate' };

let database: TestDatabase;
let redis: TestRedis;
let service: TestService;
let data: string;
let site: string;

beforeAll(async () => {
  database = await testDatabase();
  redis = testRedis();
  data = await mkdtemp(join(tmpdir(), 'nashra-ops-'));
  await seed();
  service = await startService('ops', {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    NASHRA_PREFIX: redis.prefix,
    NASHRA_DATA: data,
    OPS_PORT: '0',
    OPS_PASSWORD: LOGIN.password,
  });
  const listening = () => /"port":(\d+),"msg":"dashboards"/.exec(service.log());
  site = `http://127.0.0.1:${(await waitFor(listening))?.[1]}`;
});
afterAll(async () => {
  await service?.stop();
  await redis?.clear();
  await database?.drop();
  await rm(data, { recursive: true, force: true });
});

async function seed(): Promise<void> {
  const { db } = database;
  const publisherId = await addPublisher(db, { name: 'صحيفة <b>' });
  const feed = await addFeed(db, 'https://sahifa.example/feed', publisherId, { failures: 4 });
  await putAddress(db, feed, 'dropped', 'gone');
  await using queues = openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix });
  await queues.push('fetch', { addressId: feed });
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(site + path, { headers, redirect: 'manual' });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(site + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers,
    redirect: 'manual',
  });

async function logIn(): Promise<string> {
  const answer = await post('/login', { ...LOGIN, next: '/sources' });
  expect(answer.headers.get('location')).toBe('/sources');
  return answer.headers.get('set-cookie') ?? '';
}

describe('to strangers', () => {
  it.each([
    '/',
    '/sources',
    '/queues',
    '/queues/api/queues',
    '/queues/static/x.js',
    '/api/status',
    '/nothing',
  ])('%s is closed', async (path) => {
    expect((await get(path)).status).toBe(401);
    const answer = await get(path, asBrowser);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/login?next=${encodeURIComponent(path)}`);
  });

  it('answers health checks', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
  });

  it('takes no forged cookie and no wrong password', async () => {
    expect((await get('/', { cookie: 'nashra_ops=9999999999999.a.b' })).status).toBe(401);
    expect((await get('/api/status', basic('wrong'))).status).toBe(401);
    expect((await post('/login', { ...LOGIN, password: 'wrong' })).status).toBe(401);
  });
});

describe('to operators', () => {
  it('shows sources and counts after the login, escaped', async () => {
    const setCookie = await logIn();
    expect(setCookie).toMatch(/HttpOnly/);
    expect(setCookie).toMatch(/SameSite=Strict/);
    const cookie = setCookie.split(';', 1)[0] ?? '';
    const page = await (await get('/sources', { cookie })).text();
    expect(page).toContain('صحيفة &#60;b&#62;');
    expect(page).toContain('failing');
    expect((await get('/queues', { cookie })).status).toBe(200);
  });

  it('ends a session for good at the logout', async () => {
    const cookie = (await logIn()).split(';', 1)[0] ?? '';
    expect((await post('/logout', {}, { cookie, origin: site })).status).toBe(303);
    expect((await get('/', { cookie })).status).toBe(401);
  });

  it('tells the journey of an address, from the reason it ended for', async () => {
    const headers = basic(LOGIN.password);
    const page = await (await get('/addresses?reason=gone', headers)).text();
    expect(page).toContain('https://sahifa.example/feed');
    const link = /href="(\/address\?of=\d+)"/.exec(page)?.[1] ?? '';
    const journey = await (await get(link, headers)).text();
    expect(journey).toContain('The page was there and is gone');
    expect((await get('/address?of=https://nobody.example/', headers)).status).toBe(404);
  });

  it('gauges the whole system for whoever scrapes', async () => {
    const text = await (await fetch(`${service.address}/metrics`)).text();
    expect(text).toMatch(/^nashra_queue_jobs\{queue="fetch",state="waiting",service="ops"\} 1$/m);
    expect(text).toMatch(/^nashra_addresses\{state="dropped",service="ops"\} 1$/m);
    expect(text).toMatch(/^nashra_feeds\{health="failing",service="ops"\} 1$/m);
    expect(text).toMatch(/^nashra_quarantine_rows\{service="ops"\} 0$/m);
    expect(text).toMatch(/^nashra_oldest_job_seconds\{queue="parse",service="ops"\} 0$/m);
  });

  it('gives scripts the status as JSON', async () => {
    const status = await (await get('/api/status', basic(LOGIN.password))).json();
    expect(status).toMatchObject({
      ledger: { dropped: 1 },
      reasons: { gone: 1 },
      feeds: 1,
      queues: { fetch: { waiting: 1, active: 0, delayed: 0, failed: 0 } },
    });
  });

  it('lists the jobs of a queue', async () => {
    const path = '/queues/api/queues?activeQueue=fetch&status=waiting&page=1&jobsPerPage=10';
    const text = await (await get(path, basic(LOGIN.password))).text();
    expect(text).toContain('"name":"fetch"');
    expect(text).toContain('"addressId"');
  });

  it('takes writes from its own pages', async () => {
    const cookie = (await logIn()).split(';', 1)[0] ?? '';
    const headers = { cookie, origin: site, 'sec-fetch-site': 'same-origin' };
    for (const verb of ['pause', 'resume']) {
      const path = `${site}/queues/api/queues/fetch/${verb}`;
      expect((await fetch(path, { method: 'PUT', headers })).status).toBe(200);
    }
  });

  it('takes no write from another site, whatever login comes along', async () => {
    const headers = { ...basic(LOGIN.password), origin: 'http://evil.example' };
    expect((await post('/queues/api/queues/fetch/pause', {}, headers)).status).toBe(403);
    expect((await post('/login', LOGIN, { origin: 'http://evil.example' })).status).toBe(403);
  });

  it.each([
    '/address?of=99999999999999999999',
    '/address?of=%00',
    '/addresses?reason=%00',
    '/address?of=http://%00/',
    '/queues/api/queues/fetch/%00',
    '/%',
  ])('tells of %s nothing that the database or a library said', async (path) => {
    const answer = await get(path, basic(LOGIN.password));
    expect(await answer.text()).not.toMatch(
      /invalid byte|out of range|syntax error|from nashra|node_modules|FST_|maxParam/i,
    );
    expect(answer.headers.get('content-security-policy')).toBeTruthy();
  });

  it('asks nothing of any other site, Bull Board neither', async () => {
    for (const path of ['/', '/sources', '/queues']) {
      const answer = await get(path, basic(LOGIN.password));
      const page = await answer.text();
      expect(page).toContain('<html');
      expect(
        page.match(/<(?:link|script|img|iframe|base)\b[^>]*="(?:https?:)?\/\/[^"]*/g),
      ).toBeNull();
      expect(answer.headers.get('content-security-policy')).not.toMatch(/https?:|\*/);
    }
  });

  it('has some hundred series at a thousand sources, since no label names one', async () => {
    const { db } = database;
    const publisherId = await addPublisher(db, { slug: 'many', name: 'Many' });
    await sql`
      with fed as (
        insert into nashra.address (key, address, host, publisher_id, kind, state)
        select decode(md5('feed' || n), 'hex'), 'https://many.example/' || n, 'many.example', ${publisherId}::int, 'feed', 'read'
        from generate_series(1, 1000) n returning id, address, host, publisher_id)
      insert into nashra.feed (publisher_id, address_id, address, host)
      select publisher_id, id, address, host from fed`.execute(db);
    const text = await waitFor(
      async () => {
        const said = await (await fetch(`${service.address}/metrics`)).text();
        const counts = [...said.matchAll(/^nashra_feeds\{.*\} (\d+)$/gm)].map(([, n]) => Number(n));
        return counts.reduce((sum, n) => sum + n, 0) > 1_000 && said;
      },
      { what: 'a thousand feeds to be gauged' },
    );
    const series = (text || '').split('\n').filter((line) => line && !line.startsWith('#'));
    expect(series.length).toBeGreaterThan(50);
    expect(series.length).toBeLessThan(300);
  }, 40_000);
});
