import { setSourceState } from '@nashra/sources';
import { addFeed, addPublisher } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
  await addFeed(ground.db, 'https://sahifa.example/feed', await addPublisher(ground.db));
}, 180_000);
afterAll(() => ground?.[Symbol.asyncDispose]());

/** A stream, read event by event. */
async function listen(of: string, cookie: string) {
  const stop = new AbortController();
  const answer = await fetch(`${ground.site}/live?${new URLSearchParams({ of })}`, {
    headers: { cookie },
    signal: stop.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    answer,
    async next(): Promise<string> {
      for (;;) {
        const end = text.indexOf('\n\n');
        const event = text.slice(0, end + 2);
        if (end >= 0) text = text.slice(end + 2);
        if (end >= 0 && !event.startsWith(':')) return event;
        if (end >= 0) continue;
        const { done, value } = (await reader?.read()) ?? { done: true };
        if (done) return 'closed';
        text += value;
      }
    },
    [Symbol.dispose]: () => stop.abort(),
  };
}

it('sends a page when something has changed, and ends with the session', async () => {
  const cookie = await ground.as('viewer');
  using stream = await listen('/source?of=https://sahifa.example/feed', cookie);
  expect(stream.answer.headers.get('content-type')).toContain('text/event-stream');
  expect(await stream.next()).toMatch(/^event: page\ndata: <main/);
  await setSourceState(ground.db, 'https://sahifa.example/feed', 'paused', { actor: 'test' });
  expect(await stream.next()).toContain('paused');
  await ground.post('/logout', {}, { cookie, origin: ground.site });
  expect(await stream.next()).toMatch(/^event: ended/);
  expect(await stream.next()).toBe('closed');
}, 60_000);

it('has no more streams than somebody can look at, and lets go of those that were closed', async () => {
  const cookie = await ground.as('operator');
  const six = await Promise.all(Array.from({ length: 6 }, () => listen('/', cookie)));
  using seventh = await listen('/', cookie);
  expect(seventh.answer.status).toBe(429);
  six[0]?.[Symbol.dispose]();
  await expect
    .poll(
      async () => {
        using again = await listen('/', cookie);
        return again.answer.status;
      },
      { timeout: 30_000 },
    )
    .toBe(200);
  for (const it of six) it[Symbol.dispose]();
}, 60_000);

it('is of nobody who is not let in, and follows nothing but pages of this site', async () => {
  expect((await ground.get('/live?of=/')).status).toBe(401);
  const cookie = await ground.as('admin');
  using away = await listen('https://elsewhere.example/', cookie);
  // To the first page, as after a login.
  expect(await away.next()).toMatch(/^event: page/);
  for (const spelling of ['/live?of=/', '/%6cive?of=/']) {
    using itself = await listen(spelling, cookie);
    expect(await itself.next()).toMatch(/^event: ended/);
  }
}, 60_000);
