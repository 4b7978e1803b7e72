import { expect, it } from 'vitest';
import { cleaned, TooDeepError } from './cleaned.ts';

it('cleans every text of a request, however deep, and names too', () => {
  const asked = JSON.parse(
    '{"a\\u0000":"x\\u202ey","list":["\\ud800",{"b":"\\u001b[2J"}],"n":7,"no":null}',
  );
  expect({ ...(cleaned(asked) as object) }).toEqual({
    a: 'xy',
    list: ['\ufffd', Object.assign(Object.create(null), { b: '[2J' })],
    n: 7,
    no: null,
  });
});

it('leaves a password as it was typed, which is compared and kept nowhere', () => {
  expect(cleaned({ user: 'a\u2066', password: 'p\u2066' })).toMatchObject({
    user: 'a',
    password: 'p\u2066',
  });
});

it('takes no name into the prototype of all objects', () => {
  const asked = cleaned(JSON.parse('{"__proto__":{"isAdmin":true},"constructor":1}'));
  expect((asked as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

it('refuses what is nested deeper than anything we take', () => {
  const deep = JSON.parse('['.repeat(10_000) + ']'.repeat(10_000));
  expect(() => cleaned(deep)).toThrow(TooDeepError);
});
