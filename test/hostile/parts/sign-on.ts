import { openDb } from '@nashra/db';
import { type Answer, type Ask, asker, cookiesOf, openSite, TOLD } from '../asking.ts';
import { uncleanColumns } from '../doors/columns.ts';
import {
  type Answering,
  CLIENT_ID,
  type HostileProvider,
  saying,
  startHostileProvider,
  tokens,
} from '../doors/provider.ts';
import type { Check, Part } from '../part.ts';
import { openServers } from '../servers.ts';
import { STRANGE } from '../shapes/strange-text.ts';

const past = Math.floor(Date.now() / 1_000) - 10_000;

/** What a provider, or somebody in its place, may answer that lets nobody in. */
const REFUSED: Readonly<Record<string, Answering>> = {
  'another nonce': saying({ nonce: 'other' }),
  'no nonce': saying({ nonce: undefined }),
  'a token for another client': saying({ aud: 'other' }),
  'a token for several, and made out to another': saying({ aud: [CLIENT_ID, 'b'], azp: 'b' }),
  'a token of another issuer': saying({ iss: 'https://evil.example' }),
  'a token of yesterday': saying({ iat: past, exp: past + 60 }),
  'a token of tomorrow': saying({ nbf: past + 100_000 }),
  'a token that is not signed': saying({}, { alg: 'none' }),
  'a token signed by our own secret': saying({}, { alg: 'HS256' }),
  'nobody’s subject': saying({ sub: undefined }),
  'a subject that is a list': saying({ sub: ['amina'] }),
  'a subject with NUL': saying({ sub: 'a\0b' }),
  'a subject of half a letter': saying({ sub: 'a\ud800' }),
  'a subject of a megabyte': saying({ sub: 'a'.repeat(1 << 20) }),
  'groups that are an object': saying({ groups: { ops: true } }),
  'groups in groups': saying({ groups: [['ops']] }),
  'groups with something after them': saying({ groups: ['ops\0', 'ops ', 'OPS', 'ops,chiefs'] }),
  'the name of who has a login by configuration': saying({
    sub: 'f',
    preferred_username: 'operator@evil.example',
  }),
  'no letter of a name': saying({ sub: 'g', preferred_username: '-._@' }),
  'no token': () => tokens({}),
  'a token that is none': () => tokens({ id_token: 'a.b' }),
  'no JSON': () => ({ body: '<html>' }),
  'an error': () => ({ status: 500, body: '{"error":"\\u0000"}' }),
};

/** What lets in, whatever else stands in it. */
const LET_IN: Readonly<Record<string, Answering>> = {
  'a token as it should be': saying({ preferred_username: 'amina' }),
  'a name of markup': saying({ sub: 'b', preferred_username: '<img src=x onerror=alert(1)>b' }),
  'a name that is an object': saying({ sub: 'c', preferred_username: { toString: 1 }, name: 'c' }),
  'names that are none': saying({ sub: 'h', preferred_username: null, email: [], name: {} }),
  'a name of a megabyte': saying({ sub: 'd', preferred_username: 'd'.repeat(1 << 20) }),
  'strange text in every claim': saying({
    ...{ sub: 'e', preferred_username: `e${STRANGE.join('')}`, email: STRANGE.join('') },
    ...{ groups: [...STRANGE, 'ops', { a: 1 }, null] },
  }),
};

const ELSEWHERE = ['//evil.example', '/.//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/login/oidc', '/\t/evil.example', '/%2e//evil.example']; // biome-ignore format: a list reads better in lines

/** Signing on elsewhere, where the provider lies, and who comes back has not been sent. */
export const part: Part = {
  name: 'sign-on',
  async run() {
    await using servers = await openServers();
    await using db = openDb(servers.postgres.url, { poolSize: 1 });
    await using provider = await startHostileProvider();
    await using ops = await openSite('ops', servers, {
      OPS_OIDC_ISSUER: provider.issuer,
      OPS_OIDC_CLIENT_ID: CLIENT_ID,
      OPS_OIDC_ROLES: 'admin=chiefs operator=ops',
    });
    const ask = asker(ops.sitePort);
    const checks: Check[] = [];
    const expect = (name: string, holds: boolean, detail = '') =>
      checks.push({ name, holds, ...(!holds && { detail }) });
    const come = comer(ask, provider);

    for (const [name, answering] of Object.entries(LET_IN)) {
      const answer = await come({ answering });
      expect(`lets in: ${name}`, isIn(answer), told(answer));
    }
    for (const [name, answering] of Object.entries(REFUSED)) {
      const answer = await come({ answering });
      expect(`${name}: lets nobody in`, isRefused(answer), told(answer));
    }
    for (const [name, query] of Object.entries(QUERIES)) {
      const answer = await come({ query });
      expect(`${name}: lets nobody in`, isRefused(answer), told(answer));
    }
    for (const [name, ticket] of Object.entries(TICKETS)) {
      const answer = await come({ ticket });
      expect(`${name}: lets nobody in`, isRefused(answer), told(answer));
    }
    for (const next of ELSEWHERE) {
      const answer = await come({ next });
      const leads = [...answer.text.matchAll(/(?:href|url)="?=?([^"> ]+)/g)].map(([, to]) => to);
      const away = leads.find((to) => !/^(?:#|\/$|\/[a-z])/.test(to ?? ''));
      expect(`next=${JSON.stringify(next)} leads nowhere else`, isIn(answer) && !away, away);
    }
    const forwarded = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const begun = await ask('/login/oidc', { headers: forwarded });
    expect(
      'no field of a request says where to come back to',
      !/evil/.test(String(begun.headers['location'])),
      String(begun.headers['location']),
    );
    const other = await ask('/login/oidc', { headers: { host: 'evil.example' } });
    expect('it begins under our own names alone', other.status === 421, String(other.status));
    const unclean = await uncleanColumns(db);
    expect('every column of ours is clean afterwards', unclean.length === 0, unclean.join(', '));
    return checks;
  },
};

/** What may stand in the address that somebody comes back to. */
const QUERIES: Readonly<Record<string, (query: URLSearchParams) => void>> = {
  'the state of another': (query) => query.set('state', 'other'),
  'no state': (query) => query.delete('state'),
  'two states': (query) => query.append('state', 'other'),
  'no code': (query) => query.delete('code'),
  'an error of the provider': (query) => query.set('error', 'access_denied'),
  'another issuer': (query) => query.set('iss', 'https://evil.example'),
};

/** What may have become of the ticket that they were sent with. */
const TICKETS: Readonly<Record<string, (cookie: string) => string>> = {
  'no ticket': () => '',
  'a ticket that was changed': (cookie) => `${cookie.slice(0, -3)}AAA`,
  'a ticket cut short': (cookie) => cookie.slice(0, 60),
  'a ticket of nothing': (cookie) => cookie.replace(/=.*/, '='),
};

interface Coming {
  readonly next?: string;
  readonly answering?: Answering;
  readonly query?: (query: URLSearchParams) => void;
  readonly ticket?: (cookie: string) => string;
}

/** Goes to the provider and comes back, by way of a browser that does as it is told. */
function comer(ask: Ask, provider: HostileProvider) {
  return async ({ next = '/', answering, query, ticket }: Coming): Promise<Answer> => {
    const begun = await ask(`/login/oidc?next=${encodeURIComponent(next)}`);
    const to = new URL(String(begun.headers['location'])).searchParams;
    const usual = saying({ preferred_username: 'amina' });
    provider.says(answering ?? usual, to.get('nonce') ?? '');
    const back = new URLSearchParams({ code: 'c', state: to.get('state') ?? '' });
    query?.(back);
    const [given = ''] = cookiesOf(begun);
    const cookie = ticket ? ticket(given) : given;
    return await ask(`/login/oidc/back?${back}`, { headers: { cookie, accept: 'text/html' } });
  };
}

const hasSession = (answer: Answer) => cookiesOf(answer).some((it) => /^nashra_ops=./.test(it));
const isIn = (answer: Answer) => answer.status === 200 && hasSession(answer);
const isRefused = (answer: Answer) =>
  answer.status === 403 && !hasSession(answer) && !TOLD.test(answer.text);
const told = ({ status, text }: Answer) => `${status} ${text.slice(-200)}`;
