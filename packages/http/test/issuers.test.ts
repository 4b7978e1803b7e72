import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFetcher, type FetcherOptions } from '../src/index.ts';
import { type Issued, issue } from './certificates.ts';
import { answer, type Behaviour, type Loopback, loopback } from './loopback.ts';

/** What lies at the authority's addresses; filled by each test. */
let shelf: Record<string, Behaviour>;
let authority: Loopback;
let at: (path: string) => string;
let root: Issued;

beforeEach(async () => {
  shelf = {};
  authority = await loopback(new Proxy(shelf, {}));
  at = (path) => `http://ca.example${path}`;
  root = await issue({ name: 'Root of the test', ca: true });
});
afterEach(async () => {
  await authority[Symbol.asyncDispose]();
});

const certificate = (bytes: Uint8Array | string) =>
  answer(200, ['content-type: application/pkix-cert'], bytes);

/** A site that shows this chain, asked `times` times; what the fetcher makes of it. */
async function ask(
  chain: readonly Issued[],
  options: Partial<FetcherOptions> = {},
  times = 1,
): Promise<string[]> {
  const [leaf] = chain;
  const cert = chain.map(({ pem }) => pem).join('\n');
  await using site = await loopback(
    { '/': answer(200, ['connection: close'], 'here') },
    { key: leaf?.keyPem ?? '', cert },
  );
  await using fetcher = createFetcher({
    userAgent: 'test',
    allowPrivate: true,
    ca: root.pem,
    resolve: (host) => [
      { ip: '127.0.0.1', port: host === 'ca.example' ? authority.port : site.port },
    ],
    limits: { headersMs: 3_000, totalMs: 10_000 },
    ...options,
  });
  const outcomes: string[] = [];
  for (let time = 0; time < times; time++) {
    outcomes.push(
      await fetcher.get('https://news.example/').then(
        ({ body }) => body.toString(),
        ({ code }) => code,
      ),
    );
  }
  return outcomes;
}

/** An authority between root and site, and a site of its. */
async function between(issuerAt: string, days?: number): Promise<{ middle: Issued; leaf: Issued }> {
  const middle = await issue({ name: 'Between', by: root, ca: true, ...(days ? { days } : {}) });
  return { middle, leaf: await issue({ name: 'news.example', by: middle, issuerAt }) };
}

it('reads a site that leaves out its intermediate certificate, and asks for that once', async () => {
  const { middle, leaf } = await between(at('/between.der'));
  shelf['/between.der'] = certificate(middle.der);
  expect(await ask([leaf], {}, 3)).toEqual(['here', 'here', 'here']);
  expect(authority.requests).toHaveLength(1);
});

it('asks nobody where the chain is whole', async () => {
  const { middle, leaf } = await between(at('/between.der'));
  expect(await ask([leaf, middle])).toEqual(['here']);
  expect(authority.requests).toHaveLength(0);
});

it('goes on from what the server sends along, through several, in PEM too', async () => {
  const upper = await issue({ name: 'Upper', by: root, ca: true });
  const middle = await issue({ name: 'Middle', by: upper, ca: true, issuerAt: at('/upper') });
  const lower = await issue({ name: 'Lower', by: middle, ca: true, issuerAt: at('/middle') });
  const leaf = await issue({ name: 'news.example', by: lower, issuerAt: at('/lower') });
  shelf['/upper'] = certificate(upper.pem);
  shelf['/middle'] = certificate(middle.der);
  shelf['/lower'] = certificate(lower.der);
  expect(await ask([leaf, lower])).toEqual(['here']);
  expect(authority.requests).toHaveLength(2);
  expect(await ask([leaf])).toEqual(['here']);
});

it('ends after three', async () => {
  let top = root;
  for (let n = 0; n < 4; n++) {
    const issuerAt = n === 0 ? undefined : at(`/${n - 1}`);
    top = await issue({
      name: `Authority ${n}`,
      by: top,
      ca: true,
      ...(issuerAt ? { issuerAt } : {}),
    });
    shelf[`/${n}`] = certificate(top.der);
  }
  const leaf = await issue({ name: 'news.example', by: top, issuerAt: at('/3') });
  expect(await ask([leaf])).toEqual(['TLS']);
  expect(authority.requests).toHaveLength(3);
});

it('never trusts what it finds for itself: another root, one that calls itself ours, one signed by nobody', async () => {
  const stranger = await issue({ name: 'Root of a stranger', ca: true });
  const byStranger = await issue({ name: 'news.example', by: stranger, issuerAt: at('/stranger') });
  shelf['/stranger'] = certificate(stranger.der);
  expect(await ask([byStranger])).toEqual(['TLS']);

  const twin = await issue({ name: 'Root of the test', ca: true });
  const byTwin = await issue({ name: 'news.example', by: twin, issuerAt: at('/twin') });
  shelf['/twin'] = certificate(twin.der);
  expect(await ask([byTwin])).toEqual(['TLS']);

  const forged = await issue({ name: 'Forged', ca: true, claims: root });
  const byForged = await issue({ name: 'news.example', by: forged, issuerAt: at('/forged') });
  shelf['/forged'] = certificate(forged.der);
  expect(await ask([byForged])).toEqual(['TLS']);
});

it('does not take a site for an authority', async () => {
  const site = await issue({ name: 'other.example', by: root });
  const leaf = await issue({ name: 'news.example', by: site, issuerAt: at('/site') });
  shelf['/site'] = certificate(site.der);
  expect(await ask([leaf])).toEqual(['TLS']);
});

it('verifies as ever: name and time of the site, time of what lies between', async () => {
  const { middle } = await between(at('/between'));
  shelf['/between'] = certificate(middle.der);
  const other = await issue({ name: 'other.example', by: middle, issuerAt: at('/between') });
  const old = await issue({ name: 'news.example', by: middle, issuerAt: at('/between'), days: -1 });
  expect(await ask([other])).toEqual(['TLS']);
  expect(await ask([old])).toEqual(['TLS']);
  expect(authority.requests).toHaveLength(0);
  const gone = await between(at('/gone'), -1);
  shelf['/gone'] = certificate(gone.middle.der);
  expect(await ask([gone.leaf])).toEqual(['TLS']);
});

it.each<[string, Behaviour]>([
  ['nothing', answer(404, [])],
  ['a page', answer(200, [], '<html>')],
  ['too much', answer(200, [], Buffer.alloc(65 * 1024))],
  ['a redirect', answer(302, ['location: http://ca.example/elsewhere'])],
])(
  'keeps to the failure, and does not ask again at once, where %s lies there',
  async (_, behaviour) => {
    const { leaf } = await between(at('/bad'));
    shelf['/bad'] = behaviour;
    expect(await ask([leaf], {}, 2)).toEqual(['TLS', 'TLS']);
    expect(authority.requests).toHaveLength(1);
  },
);

it('waits for an authority no longer than its bound', async () => {
  const { leaf } = await between(at('/slow'));
  shelf['/slow'] = () => {};
  expect(await ask([leaf], { limits: { headersMs: 1_500, totalMs: 10_000 } })).toEqual(['TLS']);
});

it('goes by the guard: no private network, no address of another scheme', async () => {
  const { middle, leaf } = await between(at('/between'));
  shelf['/between'] = certificate(middle.der);
  expect(await ask([leaf], { allowPrivate: ['news.example'] })).toEqual(['TLS']);
  expect(authority.requests).toHaveLength(0);
  const secure = await between('https://ca.example/between');
  expect(await ask([secure.leaf])).toEqual(['TLS']);
  expect(authority.requests).toHaveLength(0);
});
