import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, openDb } from '@nashra/db';
import { carryOutNext, ErrandError } from '@nashra/pipeline';
import { addFeed, addPublisher } from '@nashra/testkit';
import fc from 'fast-check';
import { type Ask, asker, JSON_TYPE, logIn, openSite, type Site, TOLD } from '../asking.ts';
import { uncleanColumns } from '../doors/columns.ts';
import { ASKED, type Deed, FEED, KEPT, READ } from '../doors/deeds.ts';
import { inside } from '../inside.ts';
import type { Check, Part } from '../part.ts';
import { openServers } from '../servers.ts';
import { randomOf } from '../shapes/random.ts';
import { STRANGE, strangeText } from '../shapes/strange-text.ts';

const { ERRANDS } = await inside('packages/pipeline/src/errands/verbs.ts');
const STRINGS = 100_000;
const QUICK = 6_000;
/** Strings that go in as one text, as long as a reason may be. */
const TOGETHER = 40;
const LONGEST = 2_000;
const REQUESTS = 6_000;
const QUICK_REQUESTS = 500;
const SLOWEST_MS = 2_000;

/** Texts and requests of nobody's good will through every form and both APIs, into rows and out of them. */
export const part: Part = {
  name: 'doors',
  async run({ quick, seed }) {
    await using servers = await openServers();
    await using db = openDb(servers.postgres.url, { poolSize: 2 });
    await addFeed(db, FEED, await addPublisher(db));
    await using ops = await openSite('ops', servers);
    // Another household with each request: limits are for others to try.
    await using portal = await openSite('portal', servers, { PORTAL_TRUST_PROXY: 'true' });
    await using inbound = await openSite('inbound', servers);
    await using _refusing = refuseErrands(db);
    const [askOps, askPortal, askInbound] = [ops, portal, inbound].map((it) =>
      asker(it.sitePort),
    ) as [Ask, Ask, Ask];
    const cookie = await logIn(askOps);
    await askOps('/api/ops/v1/users', {
      method: 'POST',
      headers: { ...JSON_TYPE, cookie },
      body: JSON.stringify({ name: 'amina', role: 'operator' }),
    });
    const random = randomOf(seed);
    const somebody = household(askPortal, random);
    const texts = () =>
      Array.from({ length: TOGETHER }, () => strangeText(random))
        .join(' ')
        .slice(0, LONGEST);
    const doors: [Deed, Ask][] = [
      ...[...KEPT, ...ASKED].map((it): [Deed, Ask] => [it, askOps]),
      ...READ.map((it): [Deed, Ask] => [it, somebody]),
    ];
    const checks: Check[] = [];
    const rounds = Math.ceil((quick ? QUICK : STRINGS) / TOGETHER / doors.length);
    for (const [deed, ask] of doors) {
      const lost: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const { status, text } = await deed.ask(ask, cookie, texts());
        if (!deed.taken.includes(status) || TOLD.test(text))
          lost.push(`${status} ${text.slice(0, 150)}`);
      }
      const detail =
        lost.length === 0
          ? `${rounds * TOGETHER} strings`
          : `${lost.length} of ${rounds} lost: ${lost[0]}`;
      checks.push({ name: `${deed.name}: none is lost`, holds: lost.length === 0, detail });
    }
    const unclean = await uncleanColumns(db);
    checks.push({
      name: 'every column of ours is clean afterwards',
      holds: unclean.length === 0,
      detail: unclean.join(', '),
    });

    const asked = { numRuns: quick ? QUICK_REQUESTS : REQUESTS, seed };
    for (const [name, ask, paths] of [
      ['console', askOps, pathsOf(ops)],
      ['portal', somebody, pathsOf(portal, [...TONGUES])],
      ['inbound', askInbound, pathsOf(inbound, [`/websub/${'x'.repeat(43)}`])],
    ] as const)
      checks.push(await fuzz(name, ask, paths, cookie, asked));
    return checks;
  },
};

/** All that a site answers, but what would end the session of who asks; and some more. */
function pathsOf({ routes }: Site, more: readonly string[] = []): string[] {
  const urls = new Set(routes.map(({ url }) => url));
  urls.delete('/logout');
  return ['/', ...urls, ...more];
}

/** Nobody here does what the console asks services for: it is told no, and does not wait for them. */
function refuseErrands(db: Db): AsyncDisposable {
  const no = () => Promise.reject(new ErrandError('not here'));
  const apart = Object.fromEntries(Object.keys(ERRANDS).map((verb) => [verb, no]));
  const over = new AbortController();
  const refusing = (async () => {
    while (!over.signal.aborted) if (!(await carryOutNext(db, { apart }))) await sleep(20);
  })();
  return {
    async [Symbol.asyncDispose]() {
      over.abort();
      await refusing;
    },
  };
}

/** The same, from another network each time. */
const household =
  (ask: Ask, random: () => number): Ask =>
  (path, { headers = {}, ...options } = {}) => {
    const part = () => Math.floor(random() * 250);
    const from = `${1 + part()}.${part()}.${part()}.7`;
    return ask(path, { ...options, headers: { ...headers, 'x-forwarded-for': from } });
  };

const ODD = ['', '0', '-1', '1', '9007199254740993', '1e9', 'null', 'constructor', '__proto__', '%', '%00', '%ff', '%ed%a0%80', '%252e', '..', '../..', "'", '[]', '{}', 'a b', '2024-01-01', '2024-13-41T99:99:99Z', 'ar', 'x'.repeat(300), ...STRANGE.map((it) => encodeURIComponent(it.toWellFormed()))]; // biome-ignore format: a list reads better in lines
const NAMES = ['q', 'after', 'before', 'limit', 'page', 'filter', 'of', 'sort', 'health', 'language', 'publisher', 'since', 'until', 'subject', 'actor', 'reason', 'to', 'back', 'next', 'verb', 'source', 'because', 'interval', 'title', 'name', 'role', 'scope', 'days', 'token', 'rate', 'atOnce', 'words', 'muted', 'visits', 'errand', 'choose', 'address', 'author', 'field', 'article', 'articles', 'from', 'into', 'image', 'takedown', 'with', 'pages', 'code', 'state', 'hub.mode', 'hub.topic', 'hub.challenge', 'hub.lease_seconds']; // biome-ignore format: the same

const odd = fc.constantFrom(...ODD);
const field = fc.tuple(fc.constantFrom(...NAMES), odd);
const value = fc.oneof(
  odd,
  fc.integer(),
  fc.constant(null),
  fc.array(odd, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom(...NAMES), odd),
);
const request = (paths: readonly string[]) =>
  fc.record({
    method: fc.constantFrom(
      'GET',
      'GET',
      'POST',
      'POST',
      'HEAD',
      'DELETE',
      'PUT',
      'OPTIONS',
      'PATCH',
    ),
    path: fc.constantFrom(...paths),
    segments: fc.array(odd, { maxLength: 2 }),
    query: fc.array(field, { maxLength: 4 }),
    type: fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data',
      '',
    ),
    body: fc.oneof(fc.dictionary(fc.constantFrom(...NAMES), value), value),
    accept: fc.constantFrom('text/html', '*/*', 'x'.repeat(400)),
    encoding: fc.constantFrom('gzip, br', 'zstd;q=0.1', ';;;', ''),
  });

const TONGUES = ['/ar/search', '/fr/', '/en/day/'];

/** Requests made of what these addresses know and of what nobody knows: no error of ours, and nothing told. */
async function fuzz(
  name: string,
  ask: Ask,
  paths: readonly string[],
  cookie: string,
  options: { numRuns: number; seed: number },
): Promise<Check> {
  let slowest = 0;
  const property = fc.asyncProperty(request(paths), async (it) => {
    const segments = [...it.segments];
    const filled = it.path.replace(/:\w+|\*/g, () => segments.pop() ?? '1');
    const path = [filled.replace(/\/$/, ''), ...segments].join('/') || '/';
    const query = it.query.map(([key, text]) => `${key}=${text}`).join('&');
    const isJson = it.type === 'application/json';
    const flat =
      it.body !== null && typeof it.body === 'object' && !Array.isArray(it.body)
        ? it.body
        : { a: it.body };
    const body = isJson
      ? JSON.stringify(it.body)
      : new URLSearchParams(
          Object.entries(flat).map(([key, text]): [string, string] => [
            key,
            typeof text === 'object' ? JSON.stringify(text) : String(text),
          ]),
        ).toString();
    const sends = it.method !== 'GET' && it.method !== 'HEAD';
    const from = process.cpuUsage();
    const { status, text } = await ask(encodeURI(`${path}?${query}`).replaceAll('%25', '%'), {
      method: it.method,
      headers: {
        cookie,
        accept: it.accept,
        'accept-encoding': it.encoding,
        ...(sends && it.type && { 'content-type': it.type }),
      },
      ...(sends && { body }),
    });
    const { user, system } = process.cpuUsage(from);
    const ms = (user + system) / 1_000;
    slowest = Math.max(slowest, ms);
    if ((status >= 500 && status !== 503) || TOLD.test(text))
      throw new Error(`${status} ${text.slice(0, 200)}`);
    if (ms > SLOWEST_MS) throw new Error(`${ms.toFixed(0)} ms`);
  });
  const { failed, counterexample, errorInstance, numRuns } = await fc.check(property, {
    ...options,
    interruptAfterTimeLimit: 600_000,
  });
  const wrong = failed ? `${errorInstance}: ${JSON.stringify(counterexample)}` : '';
  return {
    name: `${name}: no request fails, tells, or takes over ${SLOWEST_MS} ms`,
    holds: !failed,
    detail: wrong || `${numRuns} requests, the slowest ${slowest.toFixed(0)} ms CPU`,
  };
}
