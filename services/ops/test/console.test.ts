import { readAudit } from '@nashra/audit';
import type { OpsRole } from '@nashra/db';
import { readFailureFilter, sumFailures } from '@nashra/ledger';
import { silentLogger } from '@nashra/log';
import { type Carriers, ErrandError, listRuns, readRun, stepRun } from '@nashra/pipeline';
import { keepCarrying } from '@nashra/service';
import { addAddress, addFeed, addPublisher } from '@nashra/testkit';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENDPOINTS } from '../src/api/endpoints.ts';
import { type Ground, openGround, PASSWORD } from './ground.ts';

const ROLES: readonly OpsRole[] = ['viewer', 'operator', 'admin'];
const FEED = 'https://sahifa.example/feed';
const SLUG = 'sahifa';
const API = '/api/ops/v1';
const settingsLogin = {
  authorization: `Basic ${Buffer.from(`operator:${PASSWORD}`).toString('base64')}`,
};

/** As fetch and parse, which find nothing here: who asks them has a word at once, and does not wait for nobody. */
const EMPTY_HANDED: Carriers = {
  apart: Object.fromEntries(
    (['source.find', 'page.read', 'pages.compare'] as const).map((verb) => [
      verb,
      async () => {
        throw new ErrandError('There is nothing here.');
      },
    ]),
  ),
};

let ground: Ground;
let carrying: AsyncDisposable;
beforeAll(async () => {
  ground = await openGround();
  carrying = keepCarrying({ db: ground.db, log: silentLogger }, EMPTY_HANDED);
  const { db } = ground;
  const publisherId = await addPublisher(db, { slug: 'sahifa', name: 'صحيفة' });
  await addFeed(db, FEED, publisherId);
  const failing = Array.from({ length: 40 }, (_, n) =>
    addAddress(db, `https://a.example/${n}`, publisherId, { state: 'dropped', reason: 'http_403' }),
  );
  await Promise.all(failing);
}, 180_000);
afterAll(async () => {
  await carrying?.[Symbol.asyncDispose]();
  await ground?.[Symbol.asyncDispose]();
});

const count = async (filter: string) =>
  (await sumFailures(ground.db, readFailureFilter(filter))).count;

const json = (method: string, path: string, body: unknown, headers: Record<string, string>) =>
  fetch(ground.site + API + path, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

const told = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T;

/** Every verb of the pages, with what it takes. */
const DEEDS: readonly (readonly [string, Record<string, string>, OpsRole])[] = [
  ['/runs', { verb: 'quarantine', filter: 'host:nobody.example', because: 'x' }, 'operator'],
  ['/runs/1/abort', {}, 'operator'],
  ['/runs/1/undo', {}, 'operator'],
  ['/sources/act', { source: FEED, verb: 'poll' }, 'operator'],
  ['/sources/act', { source: FEED, verb: 'pause' }, 'operator'],
  ['/sources/act', { source: FEED, verb: 'resume' }, 'operator'],
  ['/sources/act', { source: FEED, verb: 'set', interval: '60' }, 'operator'],
  ['/guards/act', { publisher: 'nobody', verb: 'hold', because: 'x' }, 'operator'],
  ['/desk/act', { verb: 'lift', takedown: '1', because: 'x' }, 'operator'],
  ['/desk/images', { verb: 'hide', image: '1', because: 'x' }, 'operator'],
  ['/stories/act', { verb: 'merge', from: '1', into: '2', because: 'x' }, 'operator'],
  ['/address/act', { address: '1', from: 'fetch', because: 'x' }, 'operator'],
  ['/sources/add', { errand: '1', choose: '0' }, 'operator'],
  ['/sources/move', { source: FEED, to: FEED, because: 'x' }, 'operator'],
  ['/runs/1/pause', {}, 'operator'],
  ['/runs/1/resume', {}, 'operator'],
  ['/queues/api/queues/fetch/nothing', {}, 'operator'],
  ['/people/act', { verb: 'role', name: 'nobody', role: 'viewer' }, 'admin'],
  ['/nothing', {}, 'admin'],
];

it.each(ROLES)('lets a %s do what is of the role by every page, and nothing else', async (role) => {
  const cookie = await ground.as(role);
  for (const [path, fields, least] of DEEDS) {
    const { status } = await ground.post(path, fields, { cookie, origin: ground.site });
    const may = ROLES.indexOf(role) >= ROLES.indexOf(least);
    expect([path, fields['verb'], status === 403]).toEqual([path, fields['verb'], !may]);
  }
  const looks = ['/', '/failures', '/runs', '/sources', '/guards', '/desk', '/audit', '/queues'];
  for (const path of looks)
    expect([path, (await ground.get(path, { cookie })).status]).toEqual([path, 200]);
  for (const path of ['/reread', '/sources/add'])
    expect([path, (await ground.get(path, { cookie })).status]).toEqual([
      path,
      role === 'viewer' ? 403 : 200,
    ]);
  expect((await ground.get('/people', { cookie })).status).toBe(role === 'admin' ? 200 : 403);
});

it.each(ROLES)('and by every endpoint of the API', async (role) => {
  const cookie = await ground.as(role);
  for (const { method = 'get', path, right } of ENDPOINTS) {
    const concrete = path.replace('{id}', '1').replace('{name}', 'nobody');
    const body = method === 'post' ? {} : undefined;
    const { status } = await json(method.toUpperCase(), concrete, body, { cookie });
    const may = ROLES.indexOf(role) >= ROLES.indexOf(right.role);
    expect([method, path, status === 403]).toEqual([method, path, !may]);
  }
});

it('shows failures, sends a group through in phases, stops it and takes it back: by the pages', async () => {
  const cookie = await ground.as('operator');
  const page = await (await ground.get('/failures?filter=host:a.example', { cookie })).text();
  expect(page).toContain('http_403');
  expect(page).toContain('Do it to 40');
  const order = { verb: 'retry', filter: 'host:a.example', because: 'their firewall lets us in' };
  const sent = await ground.post('/runs', order, { cookie, origin: ground.site });
  expect(sent.status).toBe(303);
  const path = sent.headers.get('location') ?? '';
  const id = Number(path.split('/').at(-1));
  await stepRun(ground.pipeline, { id });
  await stepRun(ground.pipeline, { id });
  expect(await (await ground.get(path, { cookie })).text()).toContain('goes on');
  await ground.post(`${path}/abort`, {}, { cookie, origin: ground.site });
  await stepRun(ground.pipeline, { id });
  expect(await readRun(ground.db, id)).toMatchObject({ state: 'aborted', sent: 10, matched: 40 });
  expect(await count('host:a.example')).toBe(30);
  await ground.post(`${path}/undo`, {}, { cookie, origin: ground.site });
  for (let n = 0; n < 3; n += 1) await stepRun(ground.pipeline, { id });
  expect(await count('host:a.example')).toBe(40);
  const deeds = await readAudit(ground.db, { subject: 'host:a.example', limit: 10 });
  expect(deeds.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
    'ops:the-operator run.end',
    'ops:the-operator run.undo',
    'ops:the-operator run.end',
    'ops:the-operator run.abort',
    'ops:the-operator address.replay',
  ]);
});

it('refuses a run of everything, and one without a reason', async () => {
  const cookie = await ground.as('operator');
  const before = (await listRuns(ground.db, 100)).length;
  for (const fields of [
    { verb: 'retry', filter: '', because: 'x' },
    { verb: 'retry', filter: 'host:a.example', because: ' ' },
    { verb: 'retry', filter: 'nonsense', because: 'x' },
  ])
    expect((await ground.post('/runs', fields, { cookie, origin: ground.site })).status).toBe(400);
  expect(await listRuns(ground.db, 100)).toHaveLength(before);
});

it.each([
  ['en', 'Not filled in as it should be: Why (for the audit).', 'Back'],
  ['fr', 'À remplir autrement : Pourquoi (pour le journal).', 'Retour'],
  ['ar', 'لم يُملأ كما ينبغي: لماذا (للسجل).', 'رجوع'],
])('says in %s what of a form is amiss, and leads back to it', async (tongue, said, back) => {
  const from = '/failures?filter=host%3Aclosed.example';
  const answer = await ground.post(
    '/runs',
    { verb: 'retry', filter: 'host:closed.example', because: ' ' },
    {
      ...{ cookie: await ground.as('operator'), origin: ground.site },
      ...{ referer: `${ground.site}${from}`, 'accept-language': tongue },
    },
  );
  const page = await answer.text();
  expect(answer.status).toBe(400);
  expect(page).toContain(said);
  expect(page).toContain(`<a href="${from}">${back}</a>`);
});

it.each(['/runs/abc', '/stories?of=abc', '/source?id=x', '/address/kept?of='])(
  'has no page at %s',
  async (path) => {
    const answer = await ground.get(path, {
      ...{ cookie: await ground.as('viewer'), accept: 'text/html' },
    });
    expect([answer.status, await answer.text()]).toEqual([
      404,
      expect.stringContaining('Not here'),
    ]);
  },
);

it('tells an address, an id and a title that nobody knows apart', async () => {
  const cookie = await ground.as('viewer');
  const said = async (what: string) =>
    await (await ground.get(`/address?of=${encodeURIComponent(what)}`, { cookie })).text();
  expect(await said('https://nobody.example/1')).toContain('never met under this address');
  expect(await said('999')).toContain('No address, no article and no story has this id');
  expect(await said('nothing like it')).toContain('no title has it');
  expect(await said('')).toContain('Type an address, a title or an id');
});

it('does the same by the API with a token, as far as its scopes reach', async () => {
  const make = async (scopes: string[]) => {
    const order = { who: 'the-operator', name: 'a program', scopes };
    const { secret } = await told<{ secret: string }>(
      json('POST', '/tokens', order, settingsLogin),
    );
    return { authorization: `Bearer ${secret}` };
  };
  await ground.as('operator');
  const [reads, acts] = [await make(['read']), await make(['read', 'failures', 'people'])];
  const order = { verb: 'discard', filter: 'host:a.example', because: 'a test' };
  expect((await json('POST', '/runs', order, reads)).status).toBe(403);
  const run = await told<{ id: number }>(json('POST', '/runs', order, acts));
  for (let n = 0; n < 3; n += 1) await stepRun(ground.pipeline, { id: run.id });
  const done = await told<object>(json('GET', `/runs/${run.id}`, undefined, reads));
  expect(done).toMatchObject({ state: 'done', acted: 40, actor: 'ops:the-operator' });
  expect(await count('host:a.example')).toBe(0);
  await json('POST', `/runs/${run.id}/undo`, { because: 'a test' }, acts);
  for (let n = 0; n < 3; n += 1) await stepRun(ground.pipeline, { id: run.id });
  const path = '/failures?filter=host:a.example';
  const { groups } = await told<{ groups: object[] }>(json('GET', path, undefined, reads));
  expect(groups).toMatchObject([{ count: 40, reason: 'http_403', stage: 'fetch' }]);
  // A scope gives nobody more than their role.
  expect((await json('GET', '/users', undefined, acts)).status).toBe(403);
  expect((await json('GET', '/runs', undefined, { authorization: 'Bearer nashra_x' })).status).toBe(
    401,
  );
});

it('holds a publisher by the API, says so on the first page, and lets it go on by the page', async () => {
  const cookie = await ground.as('operator');
  const because = 'their new site is misread';
  const held = await told<object>(json('POST', `/guards/${SLUG}/hold`, { because }, { cookie }));
  expect(held).toMatchObject({ publisher: SLUG, state: 'held', held: 0, run: null });
  const said = await told<{ items: object[] }>(json('GET', '/guards', undefined, { cookie }));
  expect(said.items).toMatchObject([{ publisher: SLUG, state: 'held' }]);
  const page = await (await ground.get(`/guards?of=${SLUG}`, { cookie })).text();
  expect(page).toContain(because);
  const on = { publisher: SLUG, verb: 'go-on', because: 'it is read well' };
  await ground.post('/guards/act', on, { cookie, origin: ground.site });
  const deeds = await readAudit(ground.db, { subject: SLUG, limit: 2 });
  expect(deeds.map(({ action }) => action)).toEqual(['guard.go-on', 'guard.hold']);
  expect(deeds[0]?.detail).toMatchObject({
    before: { state: 'held' },
    after: { state: 'watching' },
  });
  const nobody = json('POST', '/guards/nobody/off', { because }, { cookie });
  expect((await nobody).status).toBe(400);
});

it('takes a publisher down by the page and lifts it by the API, with a reason', async () => {
  const cookie = await ground.as('operator');
  const order = { verb: 'take-down', publisher: SLUG, because: 'their lawyer asked' };
  const headers = { cookie, origin: ground.site };
  expect((await ground.post('/desk/act', { ...order, because: ' ' }, headers)).status).toBe(400);
  const nobody = { ...order, author: '', publisher: '', because: 'x' };
  expect(await (await ground.post('/desk/act', nobody, headers)).text()).toContain('Whom?');
  expect((await ground.post('/desk/act', order, headers)).status).toBe(303);
  const page = await (await ground.get('/desk', { cookie })).text();
  expect(page).toContain('their lawyer asked');
  const { items } = await told<{ items: { id: number; liftedAt: string | null }[] }>(
    json('GET', '/takedowns', undefined, { cookie }),
  );
  expect(items).toMatchObject([{ kind: 'publisher', liftedAt: null, actor: 'ops:the-operator' }]);
  const lift = `/takedowns/${items[0]?.id}/lift`;
  const because = 'they think otherwise now';
  expect((await json('POST', lift, { because }, { cookie })).status).toBe(200);
  expect((await json('POST', lift, { because }, { cookie })).status).toBe(400);
});

it('lets nobody in under the name of the settings’ login, whose password alone would be asked for', async () => {
  const headers = { cookie: await ground.as('admin'), origin: ground.site };
  const order = { name: 'operator', role: 'viewer' };
  const answer = await ground.post('/people/act', { ...order, verb: 'add' }, headers);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('operator is the login of the settings');
  expect((await json('POST', '/users', order, headers)).status).toBe(400);
});

it('says of what is not there, and of a health that is none, what it is', async () => {
  const headers = { cookie: await ground.as('viewer') };
  const missing = await json('GET', '/journey?of=abc', undefined, headers);
  expect([missing.status, await missing.json()]).toEqual([
    404,
    { error: 'There is no such thing.' },
  ]);
  expect((await json('GET', '/sources?health=fine', undefined, headers)).status).toBe(400);
});

it.each([
  [`${API}/status`, 'POST', 'GET, HEAD'],
  [`${API}/runs`, 'DELETE', 'GET, HEAD, POST'],
  ['/runs/1/abort', 'GET', 'POST'],
  ['/failures', 'PUT', 'GET, HEAD'],
])('says of %s by %s which methods there are, to whoever is in', async (path, method, allow) => {
  const headers = { cookie: await ground.as('viewer'), origin: ground.site };
  const answer = await fetch(ground.site + path, { method, headers });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
  expect(await answer.json()).toEqual({ error: expect.stringContaining('Allow') });
  expect((await fetch(ground.site + path, { method })).status).toBe(401);
});

it('describes the API as a valid OpenAPI document', async () => {
  const document = await told<{ paths: object }>(ground.get(`${API}/openapi.json`, settingsLogin));
  expect(await new Validator().validate(document)).toMatchObject({ valid: true });
  expect(Object.keys(document.paths)).toEqual([...new Set(ENDPOINTS.map(({ path }) => path))]);
});

it('lets in, gives a role, gives a new password, and lets in no more; a session knows at once', async () => {
  const cookie = await ground.as('admin');
  const headers = { cookie, origin: ground.site };
  const add = await ground.post(
    '/people/act',
    { verb: 'add', name: 'amina', role: 'viewer' },
    headers,
  );
  const [, password = ''] = /<code dir="ltr">([\w-]+)<\/code>/.exec(await add.text()) ?? [];
  const session = async (word: string) =>
    (await ground.post('/login', { user: 'amina', password: word })).headers
      .get('set-cookie')
      ?.split(';', 1)[0] ?? '';
  const hers = { cookie: await session(password) };
  const mayAct = async () => {
    const fields = { source: FEED, verb: 'poll' };
    return (
      (await ground.post('/sources/act', fields, { ...hers, origin: ground.site })).status !== 403
    );
  };
  expect(await mayAct()).toBe(false);
  await ground.post('/people/act', { verb: 'role', name: 'amina', role: 'operator' }, headers);
  expect(await mayAct()).toBe(true);
  await ground.post('/people/act', { verb: 'password', name: 'amina' }, headers);
  expect((await ground.get('/', hers)).status).toBe(401);
  expect(await session(password)).toBe('');
  await ground.post('/people/act', { verb: 'remove', name: 'amina' }, headers);
  const deeds = await readAudit(ground.db, { subject: 'amina', limit: 10 });
  expect(deeds.map(({ action }) => action)).toEqual([
    'user.remove',
    'user.password',
    'user.role',
    'user.add',
  ]);
  expect(deeds[2]?.detail).toEqual({ before: { role: 'viewer' }, after: { role: 'operator' } });
  expect(JSON.stringify(deeds)).not.toContain(password);
});

it('keeps the language that was chosen, at the door and behind it', async () => {
  const chosen = await ground.post('/language', { to: 'ar', back: '/login?next=/' });
  expect(chosen.headers.get('location')).toBe('/login');
  const tongue = chosen.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  expect(await (await ground.get('/login', { cookie: tongue })).text()).toContain('dir="rtl"');
  const away = await ground.post('/language', { to: 'fr', back: '//evil.example/' });
  expect(away.headers.get('location')).toBe('/');
});
