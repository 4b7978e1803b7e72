import {
  type Ask,
  asker,
  cookiesOf,
  FORM_TYPE,
  JSON_TYPE,
  openSite,
  PASSWORD,
  TOLD,
} from '../asking.ts';
import type { Check, Part } from '../part.ts';
import { openServers } from '../servers.ts';

const ODD = ['%00', '%', '%ff', '99999999999999999999', "'", '..%2f', '[]', '%ed%a0%80'];

async function attackOps(ask: Ask): Promise<Check[]> {
  const checks: Check[] = [];
  const expect = (name: string, holds: boolean, detail = '') =>
    checks.push({ name, holds, ...(!holds && { detail }) });
  const logIn = (fields: object, headers = {}) =>
    ask('/login', {
      method: 'POST',
      headers: { ...JSON_TYPE, ...headers },
      body: JSON.stringify(fields),
    });
  const right = { user: 'operator', password: PASSWORD };

  for (const body of [
    { user: { toString: 1 } },
    { user: [], password: [] },
    { ...right, next: {} },
    null,
    7,
  ]) {
    const { status, text } = await ask('/login', {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify(body),
    });
    expect(
      `a login that is none: ${JSON.stringify(body)}`,
      status === 400 && !TOLD.test(text),
      `${status} ${text}`,
    );
  }
  for (const next of [
    '/.//evil.example',
    '//evil.example',
    '/%2e//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
  ]) {
    const { status, headers } = await logIn({ ...right, next });
    expect(
      `next=${JSON.stringify(next)} leads nowhere else`,
      status === 303 && headers['location'] === '/',
      String(headers['location']),
    );
  }

  const [session = '', device = ''] = cookiesOf(await logIn(right));
  expect(
    'a session opens',
    (await ask('/api/status', { headers: { cookie: session } })).status === 200,
  );
  const strange = (host: string) => ask('/', { headers: { cookie: session, host } });
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '[::1].evil',
  ])
    expect(`the host ${host} is not ours`, [400, 421].includes((await strange(host)).status));
  const rebound = { cookie: session, host: 'evil.example', origin: 'http://evil.example' };
  for (const headers of [
    rebound,
    { ...rebound, host: 'localhost' },
    { cookie: session, 'sec-fetch-site': 'same-site' },
  ]) {
    const { status } = await ask('/logout', { method: 'POST', headers });
    expect(
      `no write from ${JSON.stringify(Object.keys(headers))}`,
      status === 403 || status === 421,
      String(status),
    );
  }
  for (const path of [
    '/address?of=',
    '/addresses?reason=',
    '/queues/api/queues/fetch/',
    '/login?next=',
    '/sources?',
  ])
    for (const odd of ODD) {
      const { status, text } = await ask(path + odd, { headers: { cookie: session } });
      expect(
        `${path}${odd} tells nothing`,
        status < 500 && !TOLD.test(text),
        `${status} ${text.slice(0, 200)}`,
      );
    }
  const board = await ask('/queues', { headers: { cookie: session } });
  expect(
    'Bull Board asks no other site',
    board.status === 200 && !/<(?:link|script)[^>]+"https?:/.test(board.text),
  );

  await ask('/logout', { method: 'POST', headers: { cookie: session } });
  for (const spelling of [
    session,
    `${session}.x`,
    `${session}=`,
    `${session}%20`,
    `x=1; ${session}`,
  ])
    expect(
      `logged out: ${spelling.slice(0, 12)}…${spelling.slice(-4)}`,
      (await ask('/api/status', { headers: { cookie: spelling } })).status === 401,
    );

  for (let at = 0; at < 12; at += 1) await logIn({ ...right, password: `guess ${at}` });
  expect('who guesses is listened to no more', (await logIn(right)).status === 429);
  expect(
    'a known device is not shut out by others',
    (await logIn(right, { cookie: device })).status === 303,
  );
  return checks;
}

async function attackPortal(ask: Ask): Promise<Check[]> {
  const checks: Check[] = [];
  const expect = (name: string, holds: boolean, detail = '') =>
    checks.push({ name, holds, ...(!holds && { detail }) });
  for (const path of [
    '/search?q=',
    '/api/v1/search?q=',
    '/api/v1/articles/',
    '/section/',
    '/author/',
    '/day/',
    '/image/',
    '/api/v1/articles?after=',
  ])
    for (const odd of [...ODD, 'a%0d%0aset-cookie:x=1', 'x'.repeat(3_000)]) {
      const { status, headers, text } = await ask(path + odd);
      const isClean = !TOLD.test(text) && headers['set-cookie'] === undefined;
      expect(
        `${path}${odd.slice(0, 30)} tells nothing`,
        status < 500 && isClean,
        `${status} ${text.slice(0, 200)}`,
      );
    }
  for (const headers of [
    { origin: 'http://evil.example' },
    { origin: 'http://evil.example', host: 'evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    const { status } = await ask('/report/1', {
      method: 'POST',
      headers: { ...FORM_TYPE, ...headers },
    });
    expect(`no report from ${JSON.stringify(headers)}`, status === 403, String(status));
  }
  const statuses: number[] = [];
  for (let at = 0; at < 90; at += 1) statuses.push((await ask(`/search?q=word${at}`)).status);
  expect(
    'searches of one household are bounded',
    statuses.includes(429) && !statuses.includes(500),
  );
  return checks;
}

/** The doors of both sites, over sockets. */
export const part: Part = {
  name: 'guards',
  async run() {
    await using servers = await openServers();
    await using ops = await openSite('ops', servers);
    await using portal = await openSite('portal', servers);
    return [
      ...(await attackOps(asker(ops.sitePort))),
      ...(await attackPortal(asker(portal.sitePort))),
    ];
  },
};
