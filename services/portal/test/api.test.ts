import { addPublisher } from '@nashra/testkit';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import { tell } from './tell.ts';

let ground: Ground;
let id: number;

beforeAll(async () => {
  ground = await openGround({ PORTAL_DISPLAY: 'closed=headline' });
  const publisherId = await addPublisher(ground.db, {
    slug: 'akhbar',
    name: 'أخبار',
    country: 'MA',
  });
  const closed = await addPublisher(ground.db, { slug: 'closed', name: 'Closed' });
  for (let n = 0; n < 5; n += 1)
    id = await tell(ground.db, {
      publisherId,
      title: `خبر من أخبار المدينة رقم ${n}`,
      body: 'نص الخبر كاملا',
      publishedAt: `2026-02-0${n + 1}T10:00:00Z`,
    });
  await tell(ground.db, {
    publisherId: closed,
    title: 'عنوان',
    body: 'نص لا يعرض',
    summary: 'موجز',
  });
});
afterAll(() => ground?.[Symbol.asyncDispose]());

const read = async (path: string) => {
  const answer = await ground.get(`/api/v1${path}`);
  return { status: answer.status, headers: answer.headers, json: (await answer.json()) as never };
};

it('is described by an OpenAPI document that a validator takes', async () => {
  const { json } = await read('/openapi.json');
  expect(await new Validator().validate(json)).toMatchObject({ valid: true });
});

it('gives articles page by page, each once', async () => {
  const seen: number[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const more: string = after && `&after=${after}`;
    const { json } = await read(`/articles?publisher=akhbar&limit=2${more}`);
    const { items, next } = json as { items: { id: number }[]; next: string | null };
    seen.push(...items.map((it) => it.id));
    after = next;
  }
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
});

it('gives an article with its text, and no more of one than its publisher lets be shown', async () => {
  expect((await read(`/articles/${id}`)).json).toMatchObject({
    body: 'نص الخبر كاملا',
    path: `/akhbar/${id}`,
  });
  const { items } = (await read('/articles?publisher=closed')).json as { items: { id: number }[] };
  const hidden = items[0]?.id;
  for (const path of [
    `/articles/${hidden}`,
    `/articles/${hidden}/revisions/1`,
    '/articles',
    '/headlines',
  ])
    expect(JSON.stringify((await read(path)).json)).not.toMatch(/لا يعرض|موجز/);
});

it.each([
  ['/articles/1', 404],
  ['/articles/x', 400],
  ['/articles?limit=1000', 400],
  ['/articles?day=yesterday', 400],
  ['/articles?publisher=akhbar&language=ar', 400],
  ['/articles?after=nonsense', 400],
  ['/search?q=word&after=nonsense', 400],
  ['/nothing', 404],
  ['/search', 400],
])('answers %s with %i and a code', async (path, status) => {
  const answer = await read(path);
  expect([answer.status, answer.json]).toEqual([
    status,
    { error: { code: expect.stringMatching(/^[A-Z_]+$/), message: expect.any(String) } },
  ]);
});

it.each([
  ['/api/v1/headlines', 'POST', 'GET, HEAD'],
  ['/api/v1/articles/1', 'DELETE', 'GET, HEAD'],
  ['/fr/search', 'PUT', 'GET, HEAD'],
])('says of %s by %s which methods there are', async (path, method, allow) => {
  const answer = await fetch(ground.site + path, { method });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
  const text = await answer.text();
  if (path.startsWith('/api')) expect(JSON.parse(text).error.code).toBe('METHOD_NOT_ALLOWED');
  for (const [how, nowhere] of [
    [method, '/nothing/at/all'],
    ['GET', '/nothing/here'],
  ] as const)
    expect((await fetch(ground.site + nowhere, { method: how })).status).toBe(404);
});

it('says that nothing changed, and not more than a household may ask', async () => {
  const { headers } = await read('/publishers');
  const etag = headers.get('etag') ?? '';
  expect((await ground.get('/api/v1/publishers', { 'if-none-match': etag })).status).toBe(304);
  const from = { 'x-forwarded-for': '198.51.100.9' };
  let last: Response | undefined;
  for (let n = 0; n < 65; n += 1) last = await ground.get('/search?q=x', from);
  expect(last?.status).toBe(429);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
});
