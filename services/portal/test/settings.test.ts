import { addPublisher } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadSecret } from '../src/site/secret.ts';
import { createSigner } from '../src/site/signer.ts';
import { writeTaste } from '../src/site/taste.ts';
import { type Ground, openGround } from './ground.ts';
import { tell } from './tell.ts';

let ground: Ground;

beforeAll(async () => {
  ground = await openGround();
  const loud = await addPublisher(ground.db, { slug: 'loud', name: 'Loud' });
  const quiet = await addPublisher(ground.db, { slug: 'quiet', name: 'Quiet' });
  await tell(ground.db, { publisherId: loud, title: 'عنوان من ناشر صاخب' });
  await tell(ground.db, { publisherId: quiet, title: 'نتائج كرة القدم' });
  await tell(ground.db, { publisherId: quiet, title: 'أخبار السوق' });
});
afterAll(() => ground?.[Symbol.asyncDispose]());

async function choose(fields: readonly (readonly [string, string])[], cookie = '') {
  const answer = await fetch(`${ground.site}/settings`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
  });
  return {
    status: answer.status,
    cookie: answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '',
    to: answer.headers.get('location'),
  };
}
const pageFor = async (cookie: string, path = '/') => {
  const answer = await ground.get(path, { cookie });
  return { headers: answer.headers, text: await answer.text() };
};

it('sets no cookie before something is chosen', async () => {
  for (const path of ['/', '/settings'])
    expect((await ground.get(path)).headers.get('set-cookie')).toBeNull();
});

it('has nobody keep the page of one reader’s choices', async () => {
  const answer = await ground.get('/settings');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
});

it('hides what a reader mutes from that reader alone, in lists and in the strip', async () => {
  const { status, cookie, to } = await choose([
    ['muted', 'loud'],
    ['words', 'القدم\n'],
  ]);
  expect([status, to]).toEqual([303, '/settings?saved']);
  const mine = await pageFor(cookie);
  expect(mine.text).not.toContain('ناشر صاخب');
  expect(mine.text).not.toContain('كرة القدم');
  expect(mine.text).toContain('أخبار السوق');
  expect(mine.headers.get('cache-control')).toContain('no-store');
  expect((await pageFor(cookie, '/settings')).text).toMatch(/value="loud" checked/);
  const others = await pageFor('');
  expect(others.text).toContain('ناشر صاخب');
  expect(others.text).toContain('كرة القدم');
  expect(others.headers.get('vary')).toContain('cookie');
});

it('marks what came since the last visit, and begins a visit after half an hour', async () => {
  const now = Date.now();
  const taste = { muted: [], words: [], visits: { before: null, now: now - 45 * 60_000 } };
  const signer = createSigner(
    await loadSecret({ NASHRA_DATA: ground.data, PORTAL_SECRET: undefined }),
  );
  const { text, headers } = await pageFor(`nashra_taste=${writeTaste(taste, signer)}`);
  expect(text).toContain('<span class="mark">جديد</span>');
  expect(text).toContain('الجديد منذ زيارتك الأخيرة: 3 مقالات');
  const again = headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  expect((await pageFor(again)).text).toContain('<span class="mark">جديد</span>');
  const { cookie } = await choose([['visits', '1']]);
  expect((await pageFor(cookie)).text).not.toContain('<span class="mark">جديد</span>');
});

it('forgets everything when nothing is chosen, and refuses a form of another site', async () => {
  const { cookie } = await choose([['muted', 'loud']]);
  expect((await choose([], cookie)).cookie).toBe('nashra_taste=');
  const answer = await ground.post('/settings', { origin: 'https://evil.example' });
  expect(answer.status).toBe(403);
});

it('takes no form that is none', async () => {
  for (const body of ['{"muted":{"toString":1}}', '{"words":[7]}', '7', '{"visits":[]}']) {
    const { status } = await fetch(`${ground.site}/settings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([body, status]).toEqual([body, 400]);
  }
});

it('keeps no more pages of one household told of news than would take the places of others', async () => {
  const all = new AbortController();
  const ask = () => fetch(`${ground.site}/events`, { signal: all.signal });
  const statuses: number[] = [];
  for (let at = 0; at < 52; at += 1) statuses.push((await ask()).status);
  all.abort();
  expect(statuses).toEqual([...Array(50).fill(200), 503, 503]);
});
