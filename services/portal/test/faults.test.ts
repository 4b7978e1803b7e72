import { startProxy, type TcpProxy, testDatabase, waitFor } from '@nashra/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';

const open = new AsyncDisposableStack();
let ground: Ground;
let proxy: TcpProxy;

beforeAll(async () => {
  const database = await testDatabase();
  open.defer(() => database.drop());
  proxy = open.use(await startProxy(database.url));
  ground = open.use(await openGround({ DATABASE_URL: proxy.url, LOG_LEVEL: 'error' }));
});
afterAll(() => open.disposeAsync());

describe('an address that is none', () => {
  it.each([
    ['with half a letter', '/%E0%A4%A', 'ar'],
    ['without end', `/${'a'.repeat(9_000)}`, 'ar'],
    ['in French', '/fr/%', 'fr'],
  ])('%s is answered by a page', async (_, path, tongue) => {
    const answer = await ground.get(path);
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      400,
      'text/html; charset=utf-8',
    ]);
    expect(text).toContain(`<html lang="${tongue}"`);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('of the API is answered as the API does', async () => {
    const answer = await ground.get('/api/v1/%');
    expect(await answer.json()).toMatchObject({ error: { code: 'BAD_REQUEST' } });
  });

  it.each([
    ['/about/', '/about'],
    ['/fr/publishers/?x=1', '/fr/publishers?x=1'],
    ['//press.example/', '/press.example'],
  ])('%s leads to %s', async (path, to) => {
    const answer = await ground.get(path);
    expect([answer.status, answer.headers.get('location')]).toEqual([301, to]);
  });
});

it('says of a form that is too long, and of one of another site, what is wrong', async () => {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const init = { method: 'POST', headers: type, body: `a=${'x'.repeat(20_000)}` };
  expect((await fetch(`${ground.site}/settings`, init)).status).toBe(413);
  const foreign = await ground.post('/en/report/1', { origin: 'https://press.example' });
  expect([foreign.status, await foreign.text()]).toEqual([403, expect.stringContaining('Refused')]);
});

it('describes each list', async () => {
  for (const path of ['/en/publishers', '/en/about']) {
    const page = await ground.page(path);
    expect(page).toMatch(/<meta name="description" content="[A-Z]\w+ · The press in one place">/);
  }
  expect(await ground.page('/en/nothing')).not.toContain('name="description"');
});

it('says by OPTIONS what an address may be asked', async () => {
  const answer = await fetch(`${ground.site}/about`, { method: 'OPTIONS' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([204, 'GET, HEAD']);
});

it('has an icon where no page names one', async () => {
  const answer = await ground.get('/favicon.ico');
  expect((await ground.get(answer.headers.get('location') ?? '')).status).toBe(200);
});

it('says that it will be back while the database is away, on every way out', async () => {
  const kept = await ground.page('/about');
  proxy.refuse();
  try {
    // What was read is dropped when changes cannot be followed any more: from then on nothing helps.
    await waitFor(async () => (await ground.get('/sections')).status === 503);
    for (const [path, type] of [
      ['/fr/archive', 'text/html; charset=utf-8'],
      ['/en/press/12', 'text/html; charset=utf-8'],
      ['/sitemap.xml', 'text/html; charset=utf-8'],
      ['/api/v1/articles', 'application/json; charset=utf-8'],
    ] as const) {
      const { status, headers } = await ground.get(path);
      expect([path, status, headers.get('content-type')]).toEqual([path, 503, type]);
      expect([headers.get('retry-after'), headers.get('cache-control')]).toEqual([
        '10',
        expect.stringContaining('no-store'),
      ]);
    }
    const page = await ground.page('/fr/archive');
    expect(page).toContain('<html lang="fr" dir="ltr">');
    expect(page).toContain('<h1>Page indisponible</h1>');
    expect((await ground.post('/report/12')).status).toBe(503);
    // Without it search engines would ask for nothing, for long.
    for (const file of ['/robots.txt', '/api/v1/openapi.json'])
      expect((await ground.get(file)).status).toBe(200);
  } finally {
    proxy.mend();
  }
  await waitFor(async () => (await ground.get('/sections')).status === 200);
  expect(await ground.page('/about')).toBe(kept);
});
