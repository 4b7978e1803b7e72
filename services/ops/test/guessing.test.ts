import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { guard } from '../src/access/guard.ts';

const LOGIN = { user: 'operator', password: 'a-long-password', secret: 's'.repeat(32) };
const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`operator:${password}`).toString('base64')}`,
});

it('stops listening to a client that guesses, be the last guess right', async () => {
  const app = Fastify({ forceCloseConnections: true });
  await app.register(cookie);
  await app.register(formbody);
  guard(app, LOGIN);
  app.get('/api/status', () => 'open');
  const site = await app.listen({ host: '127.0.0.1', port: 0 });
  const get = (password: string) => fetch(`${site}/api/status`, { headers: basic(password) });
  try {
    expect((await get(LOGIN.password)).status).toBe(200);
    const guesses = Array.from({ length: 12 }, (_, at) => get(`guess ${at}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses).toContain(429);
    const answer = await get(LOGIN.password);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  } finally {
    await app.close();
  }
});
