import { addApiToken, addUser, SCOPES } from '@nashra/audit';
import { openDb } from '@nashra/db';
import {
  type Ask,
  asker,
  FORM_TYPE,
  logIn,
  openSite,
  PASSWORD,
  type SiteRoute,
} from '../asking.ts';
import type { Check, Part } from '../part.ts';
import { openServers } from '../servers.ts';

const ACT = { actor: 'attack' };
/** What is open to everybody, said here once more: the site is not its own judge. */
const DOOR = /^\/(?:login(?:\/oidc.*)?|logged-out|language|healthz|readyz)$/;
/** Of their own, whatever somebody's role. */
const OWN = /^\/(?:logout|language|login)$/;
/** Where a token of a scope may write; `read` nowhere. */
const WRITES: Readonly<Record<string, RegExp>> = {
  read: /^$/,
  failures: /^(?:\/api\/ops\/v1)?\/(?:runs|addresses|address|reread)\b/,
  sources: /^(?:\/api\/ops\/v1)?\/(?:sources|guards|desk|takedowns|images|stories)\b/,
  people: /^(?:\/api\/ops\/v1)?\/(?:users|tokens|people)\b/,
};

interface Asked extends SiteRoute {
  readonly path: string;
}

/** Everything that the console answers, asked for by those who may not have it: what is added to it is asked for too. */
export const part: Part = {
  name: 'rights',
  async run() {
    await using servers = await openServers();
    await using db = openDb(servers.postgres.url, { poolSize: 2 });
    await using ops = await openSite('ops', servers);
    const ask = asker(ops.sitePort);
    await addUser(db, { name: 'vera', role: 'viewer', password: PASSWORD }, ACT);
    await addUser(db, { name: 'anna', role: 'admin', password: PASSWORD }, ACT);
    const all = ops.routes
      .filter(({ method }) => method !== 'OPTIONS')
      .map((it): Asked => ({ ...it, path: it.url.replace(/:\w+/g, '1').replace('*', 'x') }));
    const writes = all.filter(({ method, url }) => !isRead(method) && !OWN.test(url));
    const reads = all.filter(({ method }) => isRead(method));
    const checks = [
      { name: 'there is much to ask for', holds: all.length > 80, detail: `${all.length} routes` },
      await refused(
        'nobody is told anything',
        ask,
        all.filter(({ url }) => !DOOR.test(url)),
        {},
        (status) => status === 401,
      ),
    ];
    const viewer = { cookie: await logIn(ask, 'vera') };
    checks.push(await refused('a viewer writes nothing', ask, writes, viewer));
    for (const scope of SCOPES) {
      const token = await addApiToken(
        db,
        { who: 'anna', name: scope, scopes: [scope], days: 1 },
        ACT,
      );
      const others = writes.filter(({ url }) => !WRITES[scope]?.test(url));
      const headers = { authorization: `Bearer ${token}` };
      checks.push(await refused(`a token to ${scope} writes nothing else`, ask, others, headers));
      if (scope !== 'read')
        checks.push(
          await refused(
            `a token to ${scope} reads nothing`,
            ask,
            reads.filter(({ url }) => !WRITES[scope]?.test(url) && !DOOR.test(url)),
            headers,
          ),
        );
    }
    const admin = { cookie: await logIn(ask) };
    const basic = Buffer.from(`operator:${PASSWORD}`).toString('base64');
    for (const [whose, login] of [
      ['a session', admin],
      ['a password that the browser sends by itself', { authorization: `Basic ${basic}` }],
    ] as const) {
      const elsewhere = { ...login, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
      checks.push(await refused(`no other site writes by ${whose}`, ask, writes, elsewhere));
    }
    const images = { authorization: `Basic ${basic}`, 'sec-fetch-site': 'cross-site' };
    checks.push(
      await refused(
        'no other site has anything looked up by a password that the browser sends by itself',
        ask,
        reads.filter(({ url }) => !DOOR.test(url)),
        images,
        (status) => status === 401 || status === 403,
      ),
    );
    return checks;
  },
};

const isRead = (method: string) => method === 'GET' || method === 'HEAD';

/** Whether each is refused, by the door and not for what was asked. */
async function refused(
  name: string,
  ask: Ask,
  routes: readonly Asked[],
  headers: Record<string, string>,
  isRefusal: (status: number) => boolean = (status) => status === 403,
): Promise<Check> {
  const taken: string[] = [];
  for (const { method, path } of routes) {
    const sends = isRead(method) ? {} : { body: '' };
    const { status } = await ask(path, {
      ...{ method, headers: { ...(isRead(method) ? {} : FORM_TYPE), ...headers } },
      ...sends,
    });
    if (!isRefusal(status)) taken.push(`${method} ${path} ${status}`);
  }
  const detail = taken.length > 0 ? taken.slice(0, 6).join(', ') : `${routes.length} asked for`;
  return { name, holds: taken.length === 0 && routes.length > 0, detail };
}
