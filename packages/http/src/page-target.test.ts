import { expect, it } from 'vitest';
import type { Exchange } from './exchange.ts';
import { pageTarget } from './page-target.ts';

const FROM = new URL('https://news.example/go/1');
const words = Array.from({ length: 120 }, () => 'word').join(' ');

function lead(page: string, headers: Record<string, string> = {}, status = 200) {
  const all = { 'content-type': 'text/html', ...headers };
  const bytes = Buffer.from(page);
  const exchange = { status, headers: all, raw: all, readBody: async () => ({ bytes }) };
  return pageTarget(exchange as unknown as Exchange, FROM);
}
const meta = (content: string) => `<html><meta http-equiv="Refresh" content="${content}"></html>`;
const script = (code: string) => `<html><script>${code}</script></html>`;

it.each([
  ['an element', meta('0; URL=/one'), '/one'],
  ['an element in quotes', meta("1;url='/one?a=1&amp;b=2'"), '/one?a=1&b=2'],
  ['an element without a name', meta('0, /one'), '/one'],
  ['an element for who runs no scripts', `<noscript>${meta('0;url=/one')}</noscript>`, '/one'],
  [
    'words beside it',
    `${meta('5;url=/one')}<p>You are sent on. <a href="/x">Click here</a></p>`,
    '/one',
  ],
  ['an address in Arabic', meta('0;url=/خبر'), '/%D8%AE%D8%A8%D8%B1'],
  ['a script', script('window.location.replace("https:\\/\\/news.example\\/one");'), '/one'],
  ['a script with a pause', script("setTimeout(function(){location.href = '/one'}, 500)"), '/one'],
])('leads on by %s', async (_, page, path) => {
  expect(await lead(page)).toBe(`https://news.example${path}`);
});

it('leads on by a field', async () => {
  expect(await lead('<html>Moved</html>', { refresh: '0; url=/one' })).toBe(
    'https://news.example/one',
  );
});

it.each([
  ['a text', `${meta('0;url=/one')}<p>${words}</p>`],
  ['itself, as one that waits does', meta('2;url=/go/1#top')],
  ['what it shows anew', meta('300;url=/')],
  ['an anti-bot page', meta('0;/.well-known/sgcaptcha/?r=1')],
  ['no page', meta('0;url=javascript:alert(1)')],
  ['an element somebody took out', `<!-- ${meta('0;url=/one')} -->`],
  ['a script with a condition', script("if (top !== self) location.replace('/one')")],
  ['a script that joins texts', script("location.href = '/login?back=' + location.pathname")],
  ['a script of a program', script(`location='/one';${'x();'.repeat(300)}`)],
])('is the answer where it is %s', async (_, page) => {
  expect(await lead(page)).toBeNull();
});

it('is no matter of other answers', async () => {
  expect(await lead(meta('0;url=/one'), {}, 404)).toBeNull();
  expect(
    await lead('{"a":"<meta http-equiv=refresh content=0;url=/one>"}', {
      'content-type': 'application/json',
    }),
  ).toBeNull();
});
