import { readAudit } from '@nashra/audit';
import { freePort } from '@nashra/stack';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import { CLIENT, startProvider, type TestProvider } from './provider.ts';

let ground: Ground;
let provider: TestProvider;
beforeAll(async () => {
  const port = await freePort();
  provider = await startProvider(`http://127.0.0.1:${port}/login/oidc/back`);
  ground = await openGround({
    OPS_PORT: `${port}`,
    OPS_OIDC_ISSUER: provider.issuer,
    OPS_OIDC_CLIENT_ID: CLIENT.id,
    OPS_OIDC_SECRET: CLIENT.secret,
    OPS_OIDC_ROLES: 'admin=chiefs operator=ops',
    OPS_OIDC_NAME: 'The Desk',
  });
  provider.groups.set('amina', ['ops']);
  provider.groups.set('nobody', ['elsewhere']);
}, 180_000);
afterAll(async () => {
  await ground?.[Symbol.asyncDispose]();
  await provider?.[Symbol.asyncDispose]();
});

/** What a browser keeps, by origin: cookies are of a host, and ports do not part them here as in a browser. */
function openJar() {
  const cookies = new Map<string, string>();
  const originOf = (url: string) => new URL(url).origin;
  async function ask(url: string, init: RequestInit = {}): Promise<Response> {
    const own = [...cookies].filter(([key]) => key.startsWith(originOf(url)));
    const cookie = own.map(([key, value]) => `${key.split(' ')[1]}=${value}`).join('; ');
    const headers = { accept: 'text/html', ...(init.headers as object), cookie };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const it of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(it) ?? [];
      const key = `${originOf(url)} ${name}`;
      if (value === '') cookies.delete(key);
      else cookies.set(key, value);
    }
    return answer;
  }
  /** Follows to where no redirect leads on. */
  async function visit(
    url: string,
    init?: RequestInit,
  ): Promise<{ url: string; answer: Response }> {
    const answer = await ask(url, init);
    const to = answer.headers.get('location');
    return to === null ? { url, answer } : await visit(new URL(to, url).href);
  }
  return { ask, visit, cookies };
}

/** As somebody who types a name at the provider, and agrees. */
async function signOn(name: string, next = '/failures') {
  const jar = openJar();
  let at = await jar.visit(`${ground.site}/login/oidc?next=${encodeURIComponent(next)}`);
  for (const prompt of ['login', 'consent']) {
    if (!at.url.includes('/interaction/')) break;
    const page = await at.answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = new URLSearchParams({ prompt, login: name, password: 'x' });
    at = await jar.visit(new URL(action, at.url).href, { method: 'POST', body });
  }
  return { jar, ...at, text: await at.answer.text() };
}

it('lets in who signs on elsewhere, with the role that their groups give', async () => {
  expect(await (await ground.get('/login')).text()).toContain('Sign on with The Desk');
  const { jar, answer, text } = await signOn('amina');
  expect([answer.status, text]).toEqual([200, expect.stringContaining('url=/failures')]);
  const page = await jar.ask(`${ground.site}/failures`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('amina')]);
  expect((await jar.ask(`${ground.site}/people`)).status).toBe(403);
  expect(await readAudit(ground.db, { subject: 'amina', limit: 1 })).toMatchObject([
    { action: 'user.add', actor: 'ops:amina', detail: { after: { role: 'operator' } } },
  ]);
}, 60_000);

it('takes the role of now at the next sign-on, and writes that down', async () => {
  provider.groups.set('amina', ['ops', 'chiefs']);
  const { jar } = await signOn('amina');
  expect((await jar.ask(`${ground.site}/people`)).status).toBe(200);
  expect((await readAudit(ground.db, { subject: 'amina', limit: 1 }))[0]).toMatchObject({
    action: 'user.role',
    detail: { before: { role: 'operator' }, after: { role: 'admin' } },
  });
}, 60_000);

it('says to who has no role that they have none, and keeps no row of them', async () => {
  const { answer, text } = await signOn('nobody');
  expect([answer.status, text]).toEqual([
    403,
    expect.stringContaining('nobody has given you a role'),
  ]);
  expect(await readAudit(ground.db, { subject: 'nobody', limit: 1 })).toEqual([]);
}, 60_000);

it('gives nobody the name of somebody who has a password here', async () => {
  await ground.as('viewer');
  provider.groups.set('the-viewer', ['chiefs']);
  const { answer, text } = await signOn('the-viewer');
  expect([answer.status, text]).toEqual([
    403,
    expect.stringContaining('Somebody else has your name'),
  ]);
}, 60_000);

it('refuses who comes back without having been sent, or with what others were sent with', async () => {
  const { jar } = await signOn('amina');
  const none = await jar.ask(`${ground.site}/login/oidc/back?code=x&state=y`);
  expect([none.status, await none.text()]).toEqual([403, expect.stringContaining('Begin anew')]);
  const begun = openJar();
  await begun.ask(`${ground.site}/login/oidc`);
  const forged = await begun.ask(`${ground.site}/login/oidc/back?code=x&state=forged`);
  expect(forged.status).toBe(403);
  // Once, whatever came of it.
  expect([...begun.cookies.keys()]).toEqual([]);
}, 60_000);

it('sends nobody to another site afterwards', async () => {
  const { text } = await signOn('amina', 'https://elsewhere.example/');
  expect(text).toContain('url=/"');
}, 60_000);

it('logs out here at once, and says where to log out there', async () => {
  const { jar } = await signOn('amina');
  const init = { method: 'POST', headers: { origin: ground.site } };
  const { answer, url } = await jar.visit(`${ground.site}/logout`, init);
  expect(url).toBe(`${ground.site}/logged-out`);
  const link = /href="([^"]+session\/end[^"]+)"/.exec(await answer.text())?.[1];
  expect(link).toContain('client_id=nashra');
  expect((await jar.ask(`${ground.site}/failures`)).status).toBe(303);
}, 60_000);

it('says so when the provider does not answer, and passwords work on', async () => {
  await using deaf = await openGround({
    OPS_OIDC_ISSUER: 'http://127.0.0.1:9/',
    OPS_OIDC_ROLES: 'viewer=*',
  });
  const answer = await deaf.get('/login/oidc');
  expect([answer.status, await answer.text()]).toEqual([
    503,
    expect.stringContaining('does not answer'),
  ]);
  expect(await deaf.as('viewer')).toContain('nashra_ops=');
}, 60_000);
