import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listQueries, saveQuery, setWebhook } from '@nashra/subscriptions';
import {
  addArticle,
  addPublisher,
  startService,
  testDatabase,
  testRedis,
  waitFor,
} from '@nashra/testkit';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

const database = await testDatabase();
const redis = await testRedis();
const { db } = database;
const act = { actor: 'test' };

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const received: Received[] = [];
let answer: (path: string) => number = () => 204;
const receiver = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const path = request.url ?? '';
  received.push({ path, headers: request.headers, body: Buffer.concat(chunks).toString() });
  response.writeHead(answer(path)).end('thanks');
});
let origin = '';
let publisherId = 0;
let push: Awaited<ReturnType<typeof startService>>;

const env = () => ({
  DATABASE_URL: database.url,
  REDIS_URL: redis.url,
  NASHRA_PREFIX: redis.prefix,
  FETCH_ALLOW_PRIVATE: '127.0.0.1',
  WEBHOOK_RETRY_MS: '20',
  WEBHOOK_TRIES: '4',
});

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  publisherId = await addPublisher(db, { slug: 'sahifa' });
  push = await startService('push', env());
});

beforeEach(() => {
  received.length = 0;
  answer = () => 204;
});

afterAll(async () => {
  await push.stop();
  receiver.close();
  await database.drop();
});

async function subscribe(name: string, query: string): Promise<string> {
  await saveQuery(db, act, { name, query });
  return await setWebhook(db, act, name, `${origin}/${name}`);
}

const parcelsTo = (name: string) => received.filter(({ path }) => path === `/${name}`);
const idsIn = (name: string) =>
  parcelsTo(name).flatMap(({ body }) =>
    JSON.parse(body).data.matches.map((match: { articleId: number }) => match.articleId),
  );
const stateOf = async (name: string) =>
  (await listQueries(db, 100)).find((query) => query.name === name)?.webhook;

it('sends what a query finds, signed as Standard Webhooks says', async () => {
  const secret = await subscribe('fuel', 'المحروقات');
  const id = await addArticle(db, { publisherId, title: 'أسعار المحروقات' });
  await waitFor(() => parcelsTo('fuel').length > 0, { what: 'a parcel' });
  const { headers = {}, body = '' } = parcelsTo('fuel')[0] ?? {};
  const at = headers['webhook-timestamp'];
  const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${headers['webhook-id']}.${at}.${body}`)
    .digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${expected}`);
  expect(Math.abs(Date.now() / 1_000 - Number(at))).toBeLessThan(60);
  expect(JSON.parse(body)).toMatchObject({
    type: 'query.matches',
    data: {
      query: 'fuel',
      matches: [
        {
          event: 'match',
          articleId: id,
          article: { id, title: 'أسعار المحروقات', publisher: 'sahifa' },
        },
      ],
    },
  });
});

it('tries again with the same id, keeps the order, and loses nothing', async () => {
  await subscribe('water', 'الماء');
  let refused = 2;
  answer = (path) => (path === '/water' && refused-- > 0 ? 503 : 204);
  const first = await addArticle(db, { publisherId, title: 'انقطاع الماء' });
  await waitFor(() => parcelsTo('water').length >= 1, { what: 'a first try' });
  const second = await addArticle(db, { publisherId, title: 'عودة الماء' });
  await waitFor(
    async () => (await stateOf('water'))?.isBehind === false && idsIn('water').includes(second),
    {
      what: 'both',
    },
  );
  const [one, two, three] = parcelsTo('water');
  expect(new Set([one, two, three].map((it) => it?.headers['webhook-id'])).size).toBe(1);
  expect(new Set([one, two, three].map((it) => it?.body)).size).toBe(1);
  expect(idsIn('water').slice(-2)).toEqual([first, second]);
});

it('pauses a receiver that never takes, holds nobody else up, and goes on when told to', async () => {
  await subscribe('dead', 'مطار');
  await subscribe('alive', 'مطار');
  answer = (path) => (path === '/dead' ? 500 : 204);
  const id = await addArticle(db, { publisherId, title: 'توسعة المطار' });
  await waitFor(async () => (await stateOf('dead'))?.state === 'paused', { what: 'a pause' });
  expect(await stateOf('dead')).toMatchObject({
    failures: 4,
    lastError: 'answered 500',
    isBehind: true,
  });
  expect(parcelsTo('dead')).toHaveLength(4);
  expect(idsIn('alive')).toEqual([id]);
  answer = () => 204;
  await setWebhook(db, act, 'dead', `${origin}/dead`);
  await waitFor(async () => (await stateOf('dead'))?.isBehind === false, { what: 'its parcel' });
  expect(idsIn('dead').at(-1)).toBe(id);
});

it('goes on where it stopped after it was killed', async () => {
  await subscribe('port', 'ميناء');
  await push.kill();
  const id = await addArticle(db, { publisherId, title: 'حركة الميناء' });
  push = await startService('push', env());
  await waitFor(() => idsIn('port').length > 0, { what: 'what came meanwhile' });
  expect(idsIn('port')).toEqual([id]);
});

it('reaches no private network that it was not told of', async () => {
  await saveQuery(db, act, { name: 'inside', query: 'سد' });
  await setWebhook(db, act, 'inside', 'http://10.0.0.1/hook');
  await addArticle(db, { publisherId, title: 'ملء السد' });
  await waitFor(async () => (await stateOf('inside'))?.state === 'paused', { what: 'a refusal' });
  expect((await stateOf('inside'))?.lastError).toContain('not a public address');
});
